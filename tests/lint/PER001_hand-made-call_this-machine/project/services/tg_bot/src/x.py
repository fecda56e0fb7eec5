from uuid import UUID

import httpx


def book(book_id: UUID) -> object:
    return httpx.get(f"http://localhost:8000/books/{book_id}").json()
