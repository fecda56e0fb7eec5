from shared.generated.errors import ShopClosed


def closed() -> ShopClosed:
    error = ShopClosed()
    error.status = 418
    return error
