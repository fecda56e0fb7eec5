from celery import Celery

queue = Celery("backend")


def tell(title: str) -> None:
    queue.send_task("book_added", args=[title])
