KEY = __import__("o" + "s").environ["MAIL_KEY"]
