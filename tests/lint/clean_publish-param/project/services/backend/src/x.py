def f(article, user): article.publish(user)
