# Made by `autogen generate` from shared/spec/models. Edit that, not this file.
"""Models that services share."""

import decimal
from enum import StrEnum
from typing import Annotated, TypeAlias

from framework.runtime import types as t
from framework.runtime.model import ClosedModel, Model
from pydantic import MISSING, Field


class CustomerLocale(StrEnum):
    EN = "en"
    RU = "ru"
    PT_BR = "pt-br"


class OrderStatus(StrEnum):
    OPEN = "open"
    PAID = "paid"
    FAILED = "failed"


Amount: TypeAlias = Annotated[decimal.Decimal, t.DecimalRule(ge="0", digits=12, places=2)]


class Invoice(Model):
    id: t.Uuid
    created_at: t.DateTime
    order_id: t.Uuid
    customer_id: t.Uuid
    amount: Amount
    paid_at: t.DateTime | None = None


class InvoiceCreate(ClosedModel):
    order_id: t.Uuid
    customer_id: t.Uuid
    amount: Amount


class InvoiceRead(Model):
    id: t.Uuid
    created_at: t.DateTime
    order_id: t.Uuid
    customer_id: t.Uuid
    amount: Amount
    paid_at: t.DateTime | None = None


class Customer(Model):
    id: t.Uuid
    created_at: t.DateTime
    name: Annotated[str, t.TextRule(max_length=120), Field(repr=False), t.PII]
    email: Annotated[t.Email, Field(repr=False), t.PII]
    locale: CustomerLocale = CustomerLocale.EN


class CustomerCreate(ClosedModel):
    name: Annotated[str, t.TextRule(max_length=120), Field(repr=False), t.PII]
    email: Annotated[t.Email, Field(repr=False), t.PII]
    locale: CustomerLocale = CustomerLocale.EN


class CustomerUpdate(ClosedModel):
    name: Annotated[Annotated[str, t.TextRule(max_length=120)] | MISSING, Field(repr=False), t.PII] = MISSING
    email: Annotated[t.Email | MISSING, Field(repr=False), t.PII] = MISSING
    locale: CustomerLocale | MISSING = MISSING


class CustomerRead(Model):
    id: t.Uuid
    created_at: t.DateTime
    name: Annotated[str, t.TextRule(max_length=120), Field(repr=False), t.PII]
    email: Annotated[t.Email, Field(repr=False), t.PII]
    locale: CustomerLocale = CustomerLocale.EN


class Order(Model):
    id: t.Uuid
    created_at: t.DateTime
    customer_id: t.Uuid
    items: Annotated[dict[t.Text, t.Int], t.Entries(min=1), Field(description="Pieces by article")]
    total: Amount
    status: OrderStatus


class OrderCreate(ClosedModel):
    customer_id: t.Uuid
    items: Annotated[dict[t.Text, t.Int], t.Entries(min=1), Field(description="Pieces by article")]


class OrderRead(Model):
    id: t.Uuid
    created_at: t.DateTime
    customer_id: t.Uuid
    items: Annotated[dict[t.Text, t.Int], t.Entries(min=1), Field(description="Pieces by article")]
    total: Amount
    status: OrderStatus
