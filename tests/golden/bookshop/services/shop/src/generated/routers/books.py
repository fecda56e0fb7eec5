# Made by `autogen generate` from services/shop/spec/routers/books.yaml. Edit that, not this file.
"""The routes of `books`."""

import decimal
from typing import Annotated

from fastapi import APIRouter, Cookie, Depends, Header, Path, Query, Response
from framework.runtime import types as t
from framework.runtime.answers import Answer, Nothing
from framework.runtime.problems import problems
from framework.runtime.routes import Dependency
from sqlalchemy.ext.asyncio import AsyncSession

from services.shop.src.generated import protocols
from shared.generated import schemas as shared

LIST_BOOKS: Answer[list[shared.BookCard]] = Answer(list[shared.BookCard], 200)
CREATE_BOOK: Answer[shared.BookRead] = Answer(shared.BookRead, 201)
IMPORT_BOOKS = Nothing(202)
BESTSELLERS: Answer[list[shared.BookCard]] = Answer(list[shared.BookCard], 200)
GET_BOOK: Answer[shared.BookRead] = Answer(shared.BookRead, 200)
UPDATE_BOOK: Answer[shared.BookRead] = Answer(shared.BookRead, 200)
DELETE_BOOK = Nothing(204)
FIND_BY_ISBN: Answer[shared.BookRead] = Answer(shared.BookRead, 200)


def create_router(get_db: Dependency, get_controller: Dependency) -> APIRouter:
    """The routes, bound to what gives them their controller and their session."""
    router = APIRouter(prefix="/books", tags=["catalogue"])

    @router.get(
        "",
        operation_id="list_books",
        summary="Books on the shelf",
        response_model=list[shared.BookCard],
        responses=problems({422: "The request is not valid", 503: "The service cannot answer now"}),
    )
    async def list_books(
        *,
        controller: Annotated[protocols.BooksControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        q: Annotated[
            Annotated[str, t.TextRule(min_length=2, max_length=80)] | None,
            Query(description="Words of the title"),
        ] = None,
        status: Annotated[shared.BookStatus | None, Query()] = None,
        category: Annotated[
            Annotated[list[Annotated[str, t.TextRule(max_length=80, pattern="^[a-z0-9-]+$")]], t.Items(max=5)],
            Query(default_factory=list, json_schema_extra={"default": []}),
        ],
        max_price: Annotated[
            Annotated[decimal.Decimal, t.DecimalRule(ge="0", digits=10, places=2)] | None,
            Query(examples=["20.00"]),
        ] = None,
        limit: Annotated[Annotated[int, t.IntRule(ge=1, le=100, of="param")], Query()] = 20,
        page: Annotated[Annotated[int, t.IntRule(ge=1, of="param")], Query(deprecated=True)] = 1,
        language: Annotated[t.Text, Header(alias="Accept-Language")] = "en",
        currency: Annotated[shared.Currency, Cookie(alias="shop-currency")] = shared.Currency.EUR,
    ) -> Response:
        """The newest first."""
        return await LIST_BOOKS.answer(
            controller.list_books,
            session=session,
            q=q,
            status=status,
            category=category,
            max_price=max_price,
            limit=limit,
            page=page,
            language=language,
            currency=currency,
        )

    @router.post(
        "",
        status_code=201,
        operation_id="create_book",
        response_model=shared.BookRead,
        responses=problems(
            {
                400: "The body is no JSON",
                404: "There is no such author",
                409: "This ISBN is in the catalogue already",
                413: "The body is too large",
                415: "The body must be JSON",
                422: "The request is not valid",
                503: "The service cannot answer now",
            },
        ),
    )
    async def create_book(
        *,
        controller: Annotated[protocols.BooksControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        payload: shared.BookCreate,
    ) -> Response:
        return await CREATE_BOOK.answer(controller.create_book, session=session, payload=payload)

    @router.post(
        "/import",
        status_code=202,
        operation_id="import_books",
        summary="Take over a publisher's list",
        response_class=Response,
        responses=problems(
            {
                400: "The body is no JSON",
                413: "The body is too large",
                415: "The body must be JSON",
                422: "The request is not valid",
                503: "The service cannot answer now",
            },
        ),
    )
    async def import_books(
        *,
        controller: Annotated[protocols.BooksControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        payload: list[shared.BookImport],
    ) -> Response:
        return await IMPORT_BOOKS.answer(controller.import_books, session=session, payload=payload)

    @router.get(
        "/bestsellers",
        operation_id="bestsellers",
        response_model=list[shared.BookCard],
        responses=problems({503: "The service cannot answer now"}),
    )
    async def bestsellers(
        *,
        controller: Annotated[protocols.BooksControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
    ) -> Response:
        return await BESTSELLERS.answer(controller.bestsellers, session=session)

    @router.get(
        "/{book_id}",
        operation_id="get_book",
        response_model=shared.BookRead,
        responses=problems(
            {404: "There is no such book", 422: "The request is not valid", 503: "The service cannot answer now"},
        ),
    )
    async def get_book(
        *,
        controller: Annotated[protocols.BooksControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        book_id: Annotated[t.Uuid, Path()],
    ) -> Response:
        return await GET_BOOK.answer(controller.get_book, session=session, book_id=book_id)

    @router.patch(
        "/{book_id}",
        operation_id="update_book",
        response_model=shared.BookRead,
        responses=problems(
            {
                400: "The body is no JSON",
                404: "There is no such book",
                413: "The body is too large",
                415: "The body must be JSON",
                422: "The request is not valid",
                503: "The service cannot answer now",
            },
        ),
    )
    async def update_book(
        *,
        controller: Annotated[protocols.BooksControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        book_id: Annotated[t.Uuid, Path()],
        payload: shared.BookUpdate,
    ) -> Response:
        return await UPDATE_BOOK.answer(controller.update_book, session=session, book_id=book_id, payload=payload)

    @router.delete(
        "/{book_id}",
        status_code=204,
        operation_id="delete_book",
        response_class=Response,
        responses=problems(
            {404: "There is no such book", 422: "The request is not valid", 503: "The service cannot answer now"},
        ),
    )
    async def delete_book(
        *,
        controller: Annotated[protocols.BooksControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        book_id: Annotated[t.Uuid, Path()],
    ) -> Response:
        return await DELETE_BOOK.answer(controller.delete_book, session=session, book_id=book_id)

    @router.get(
        "/isbn/{isbn}",
        operation_id="find_by_isbn",
        deprecated=True,
        response_model=shared.BookRead,
        responses=problems(
            {404: "There is no such book", 422: "The request is not valid", 503: "The service cannot answer now"},
        ),
    )
    async def find_by_isbn(
        *,
        controller: Annotated[protocols.BooksControllerProtocol, Depends(get_controller)],
        session: Annotated[AsyncSession, Depends(get_db)],
        isbn: Annotated[Annotated[str, t.TextRule(pattern="^97[89][0-9]{10}$")], Path()],
    ) -> Response:
        return await FIND_BY_ISBN.answer(controller.find_by_isbn, session=session, isbn=isbn)

    return router
