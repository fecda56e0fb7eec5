import redis

VERB = "publish"


def tell(title: str) -> None:
    redis.Redis().execute_command(VERB.upper(), "book_added", title)
