# Made by `autogen generate` from shared/spec/errors.yaml. Edit that, not this file.
"""The errors that operations declare, as exceptions: a controller raises them, and so does a client."""

import uuid
from typing import Annotated

from framework.runtime import types as t
from framework.runtime.errors import DeclaredError
from framework.runtime.model import Model
from pydantic import Field

from shared.generated import schemas as shared


class BookNotFound(DeclaredError):
    """There is no such book"""

    code = "book_not_found"
    status = 404
    title = "There is no such book"


class AuthorNotFound(DeclaredError):
    """There is no such author"""

    code = "author_not_found"
    status = 404
    title = "There is no such author"


class OrderNotFound(DeclaredError):
    """There is no such order"""

    code = "order_not_found"
    status = 404
    title = "There is no such order"


class IsbnTakenDetail(Model):
    isbn: shared.Isbn
    book_id: t.Uuid


class IsbnTaken(DeclaredError):
    """This ISBN is in the catalogue already

    Change the book that has it instead.
    """

    code = "isbn_taken"
    status = 409
    title = "This ISBN is in the catalogue already"
    _shape = IsbnTakenDetail

    def __init__(self, *, isbn: str, book_id: uuid.UUID) -> None:
        super().__init__(isbn=isbn, book_id=book_id)
        self.isbn = isbn
        self.book_id = book_id


class EmailTaken(DeclaredError):
    """This address has an account"""

    code = "email_taken"
    status = 409
    title = "This address has an account"


class OutOfStockDetail(Model):
    book_id: t.Uuid
    left: Annotated[int, t.IntRule(ge=0), Field(description="Copies that are left", examples=[2])]


class OutOfStock(DeclaredError):
    """There are not enough copies"""

    code = "out_of_stock"
    status = 409
    title = "There are not enough copies"
    retryable = True
    _shape = OutOfStockDetail

    def __init__(self, *, book_id: uuid.UUID, left: int) -> None:
        super().__init__(book_id=book_id, left=left)
        self.book_id = book_id
        self.left = left


class PaymentRefusedDetail(Model):
    reason: t.Text | None


class PaymentRefused(DeclaredError):
    """The payment was refused"""

    code = "payment_refused"
    status = 402
    title = "The payment was refused"
    _shape = PaymentRefusedDetail

    def __init__(self, *, reason: str | None) -> None:
        super().__init__(reason=reason)
        self.reason = reason
