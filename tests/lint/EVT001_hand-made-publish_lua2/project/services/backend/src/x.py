import redis
s = redis.Redis().register_script("return redis.call('XADD', 'book_added', '*', 'a', 1)")
