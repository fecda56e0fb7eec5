import os
from collections.abc import Mapping


def key(source: Mapping[str, str] = os.environ) -> str:
    return source["MAIL_KEY"]
