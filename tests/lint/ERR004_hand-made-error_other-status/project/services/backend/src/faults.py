from shared.generated.errors import ShopClosed


class Closed(ShopClosed):
    status = 418
