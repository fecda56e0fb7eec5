# Made by `autogen generate` from shared/spec/errors.yaml. Edit that, not this file.
"""The errors that operations declare, as exceptions: a controller raises them, and so does a client."""

import uuid

from framework.runtime import types as t
from framework.runtime.errors import DeclaredError
from framework.runtime.model import Model


class OrderNotFound(DeclaredError):
    """There is no such order"""

    code = "order_not_found"
    status = 404
    title = "There is no such order"


class InvoiceNotFound(DeclaredError):
    """There is no such invoice"""

    code = "invoice_not_found"
    status = 404
    title = "There is no such invoice"


class CustomerNotFoundDetail(Model):
    customer_id: t.Uuid


class CustomerNotFound(DeclaredError):
    """There is no such customer"""

    code = "customer_not_found"
    status = 404
    title = "There is no such customer"
    _shape = CustomerNotFoundDetail

    def __init__(self, *, customer_id: uuid.UUID) -> None:
        super().__init__(customer_id=customer_id)
        self.customer_id = customer_id


class EmailTaken(DeclaredError):
    """This address is in use"""

    code = "email_taken"
    status = 409
    title = "This address is in use"


class CardRefusedDetail(Model):
    reason: t.Text


class CardRefused(DeclaredError):
    """The card was refused"""

    code = "card_refused"
    status = 402
    title = "The card was refused"
    retryable = True
    _shape = CardRefusedDetail

    def __init__(self, *, reason: str) -> None:
        super().__init__(reason=reason)
        self.reason = reason
