from redis import Redis


def listen(redis: Redis) -> object:
    return redis.xreadgroup("greeters", "one", {"book_added": ">"})
