import redis


def tell(title: str) -> None:
    with redis.Redis().pipeline() as line:
        getattr(line, "publish")("book_added", title)
        line.execute()
