import redis
def f(): redis.Redis().eval("return redis.call('get', KEYS[1])", 1, 'a')
