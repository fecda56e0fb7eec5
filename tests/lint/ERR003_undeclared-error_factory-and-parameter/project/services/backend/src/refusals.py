from shared.generated.errors import BookMissing, ShopClosed

KINDS = {"missing": BookMissing, "closed": ShopClosed}


def error(kind: str) -> Exception:
    return KINDS[kind]()


def fail(fault: Exception) -> None:
    raise fault
