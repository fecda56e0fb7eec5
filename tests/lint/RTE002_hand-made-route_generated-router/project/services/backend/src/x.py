from services.backend.src.generated.routers import books
r = books.create_router(None, None)
r.post("/x")(print)
