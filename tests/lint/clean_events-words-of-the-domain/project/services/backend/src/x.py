from collections.abc import Callable


class Press:
    def __init__(self) -> None:
        self.listeners: list[Callable[[str], None]] = []

    def subscribe(self, listener: Callable[[str], None]) -> None:
        self.listeners.append(listener)

    def publish(self, title: str) -> None:
        for listener in self.listeners:
            listener(title)

    def send(self, title: str) -> None:
        self.publish(title)


PRESS = Press()
PRESS.subscribe(print)
PRESS.publish("book_added")


def announce(publisher, socket, title: str) -> None:
    publisher.publish(title)
    socket.send(title)
    publisher.subscribe(title)
