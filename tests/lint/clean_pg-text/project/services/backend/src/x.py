from sqlalchemy import text
async def f(session): await session.execute(text('SELECT 1'))
