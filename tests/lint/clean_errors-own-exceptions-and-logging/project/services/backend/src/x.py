import logging

LOG = logging.getLogger(__name__)


class StoreError(Exception):
    """Of the store."""

    status = 500


class Broken(StoreError):
    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.status_code = 3


def read(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError as fault:
        LOG.warning("no file: %s", fault)
        raise Broken(path) from fault
    finally:
        LOG.debug("read")
