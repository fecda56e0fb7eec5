from services.notifications.src.generated.app import create_app

app = create_app()


@app.broker.subscriber("book_added")
async def listen(title: str) -> None:
    return None
