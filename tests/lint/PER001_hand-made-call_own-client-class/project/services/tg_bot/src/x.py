from services.tg_bot.src.api import Api


async def books() -> object:
    return await Api("http://backend:8000").get("/books")
