async def tell(title: object) -> None:
    if title:
        from shared.generated.events import publish_title_added

        await publish_title_added(title)
