import redis
def f(): redis.Redis().eval("redis.call('publish', 'book_added', '1')", 0)
