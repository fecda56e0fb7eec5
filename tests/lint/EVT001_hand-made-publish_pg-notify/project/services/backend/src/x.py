from sqlalchemy import text
async def f(session): await session.execute(text("NOTIFY book_added, 'x'"))
