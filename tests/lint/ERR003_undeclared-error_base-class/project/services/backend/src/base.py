from shared.generated.errors import ShopClosed


class Open:
    @property
    def hours(self) -> int:
        raise ShopClosed
