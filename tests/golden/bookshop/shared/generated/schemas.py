# Made by `autogen generate` from shared/spec/models. Edit that, not this file.
"""Models that services share."""

import datetime as dt
import decimal
from enum import IntEnum, StrEnum
from typing import Annotated, Literal, TypeAlias

from framework.runtime import types as t
from framework.runtime.model import ClosedModel, Model
from pydantic import MISSING, Field


class BookStatus(StrEnum):
    """Where the title is in its life"""

    ANNOUNCED = "announced"
    IN_STOCK = "in-stock"
    SOLD_OUT = "sold-out"


class BookBinding(StrEnum):
    HARDCOVER = "hardcover"
    PAPERBACK = "paperback"
    E_BOOK = "e-book"
    FIRST_EDITION = "1st-edition"


class Currency(StrEnum):
    """ISO 4217"""

    EUR = "EUR"
    USD = "USD"
    RUB = "RUB"


class Stars(IntEnum):
    POOR = 1
    FAIR = 2
    FINE = 3
    GOOD = 4
    GREAT = 5


class ShirtSize(StrEnum):
    S = "s"
    M = "m"
    L = "l"
    XL = "xl"
    XXL = "2xl"
    XXXL = "3xl"


class GiftWrap(StrEnum):
    ON = "on"
    OFF = "off"
    ASK_FIRST = "ask-first"


class OrderStatus(StrEnum):
    PLACED = "placed"
    PACKED = "packed"
    SENT = "sent"
    CANCELLED = "cancelled"


Slug: TypeAlias = Annotated[str, t.TextRule(max_length=80, pattern="^[a-z0-9-]+$")]
Isbn: TypeAlias = Annotated[str, t.TextRule(pattern="^97[89][0-9]{10}$")]
"""ISBN-13 without hyphens"""
Amount: TypeAlias = Annotated[decimal.Decimal, t.DecimalRule(ge="0", digits=10, places=2)]
Percent: TypeAlias = Annotated[int, t.IntRule(ge=0, le=100)]


class Author(Model):
    id: t.Uuid
    created_at: t.DateTime
    updated_at: t.DateTime
    name: Annotated[str, t.TextRule(min_length=1, max_length=200)]
    born_on: t.Date | None = None
    homepage: t.Url | None = None


class AuthorCreate(ClosedModel):
    name: Annotated[str, t.TextRule(min_length=1, max_length=200)]
    born_on: t.Date | None = None
    homepage: t.Url | None = None


class AuthorUpdate(ClosedModel):
    name: Annotated[str, t.TextRule(min_length=1, max_length=200)] | MISSING = MISSING
    born_on: t.Date | MISSING | None = MISSING
    homepage: t.Url | MISSING | None = MISSING


class AuthorRead(Model):
    id: t.Uuid
    created_at: t.DateTime
    name: Annotated[str, t.TextRule(min_length=1, max_length=200)]
    born_on: t.Date | None = None
    homepage: t.Url | None = None


class Category(Model):
    """A shelf, with the shelves inside of it"""

    slug: Annotated[Slug, Field(examples=["dune-messiah"])]
    title: t.Text
    children: list["Category"] = Field(default=[])
    broader: "Category | MISSING | None" = MISSING


class Image(ClosedModel):
    data: Annotated[bytes, t.BytesRule(max_length=65536)]
    alt: Annotated[str, t.TextRule(max_length=200)] = ""


class Price(ClosedModel):
    amount: Annotated[Amount, Field(examples=["12.50"])]
    currency: Currency = Currency.EUR


class Book(Model):
    """One title, as the shop sells it"""

    id: t.Uuid
    created_at: t.DateTime
    updated_at: t.DateTime
    isbn: Isbn
    slug: Annotated[Slug, Field(examples=["dune-messiah"])]
    title: Annotated[str, t.TextRule(min_length=1, max_length=200), Field(examples=["Dune Messiah"])]
    subtitle: t.Text | None
    series: t.Text | None
    blurb: Annotated[str, t.TextRule(max_length=4000)] | MISSING = MISSING
    note: Annotated[str, t.TextRule(max_length=500)] | None = None
    status: Annotated[BookStatus, Field(description="Where the title is in its life")] = BookStatus.ANNOUNCED
    binding: BookBinding
    medium: Literal["print", "audio"] = "print"
    author_id: t.Uuid
    author: AuthorRead
    categories: Annotated[list[Slug], t.Items(max=5, unique=True)] = Field(default=[])
    contents: Annotated[list[t.Text], t.Items(max=200, unique=True)] = Field(default=[])
    related: list[t.Uuid] = Field(default=[])
    price: Price
    list_prices: Annotated[dict[Currency, Amount], t.Entries()] = Field(default={})
    discount: Percent = 0
    bonus_points: Annotated[int, t.IntRule(ge=0, multiple_of=5)] = 0
    tax_rate: Annotated[decimal.Decimal, t.DecimalRule(ge="0", lt="1", digits=4, places=4)] = decimal.Decimal("0.07")
    pages: Annotated[int, t.IntRule(ge=1, le=20000)]
    weight_kg: Annotated[float, t.FloatRule(gt=0.0, lt=50.0)] | None = None
    sales: Annotated[dict[t.IntKey, t.Float | None], t.Entries()]
    shelf: Annotated[t.Int | t.Text, Field(union_mode="left_to_right")] = "store"
    cover: Annotated[Image | t.Url, Field(union_mode="left_to_right")] | None = None
    reading_time: Annotated[t.Duration | None, Field(examples=["PT6H30M"])] = None
    published_on: t.Date | None = None
    on_sale_from: t.DateTime = dt.datetime(2026, 1, 1, 9, 0, tzinfo=dt.UTC)
    signed: t.Bool = False
    publisher_data: t.Json | None = None
    language_code: Annotated[
        str,
        t.TextRule(pattern="^[a-z]{2}$"),
        Field(validation_alias="lang", serialization_alias="lang"),
    ] = "en"
    legacy_record: Annotated[t.Json | None, Field(json_schema_extra={"deprecated": True})] = None


class BookCreate(ClosedModel):
    isbn: Isbn
    title: Annotated[str, t.TextRule(min_length=1, max_length=200), Field(examples=["Dune Messiah"])]
    subtitle: t.Text | None
    series: t.Text | None
    blurb: Annotated[str, t.TextRule(max_length=4000)] | MISSING = MISSING
    note: Annotated[str, t.TextRule(max_length=500)] | None = None
    status: Annotated[BookStatus, Field(description="Where the title is in its life")] = BookStatus.ANNOUNCED
    binding: BookBinding
    medium: Literal["print", "audio"] = "print"
    author_id: t.Uuid
    categories: Annotated[list[Slug], t.Items(max=5, unique=True)] = Field(default=[])
    contents: Annotated[list[t.Text], t.Items(max=200, unique=True)] = Field(default=[])
    related: list[t.Uuid] = Field(default=[])
    price: Price
    list_prices: Annotated[dict[Currency, Amount], t.Entries()] = Field(default={})
    discount: Percent = 0
    bonus_points: Annotated[int, t.IntRule(ge=0, multiple_of=5)] = 0
    tax_rate: Annotated[decimal.Decimal, t.DecimalRule(ge="0", lt="1", digits=4, places=4)] = decimal.Decimal("0.07")
    pages: Annotated[int, t.IntRule(ge=1, le=20000)]
    weight_kg: Annotated[float, t.FloatRule(gt=0.0, lt=50.0)] | None = None
    shelf: Annotated[t.Int | t.Text, Field(union_mode="left_to_right")] = "store"
    cover: Annotated[Image | t.Url, Field(union_mode="left_to_right")] | None = None
    reading_time: Annotated[t.Duration | None, Field(examples=["PT6H30M"])] = None
    published_on: t.Date | None = None
    on_sale_from: t.DateTime = dt.datetime(2026, 1, 1, 9, 0, tzinfo=dt.UTC)
    signed: t.Bool = False
    publisher_data: t.Json | None = None
    language_code: Annotated[
        str,
        t.TextRule(pattern="^[a-z]{2}$"),
        Field(validation_alias="lang", serialization_alias="lang"),
    ] = "en"
    legacy_record: Annotated[t.Json | None, Field(json_schema_extra={"deprecated": True})] = None


class BookUpdate(ClosedModel):
    title: Annotated[
        Annotated[str, t.TextRule(min_length=1, max_length=200)] | MISSING,
        Field(examples=["Dune Messiah"]),
    ] = MISSING
    subtitle: t.Text | MISSING | None = MISSING
    series: t.Text | MISSING | None = MISSING
    blurb: Annotated[str, t.TextRule(max_length=4000)] | MISSING = MISSING
    note: Annotated[str, t.TextRule(max_length=500)] | MISSING | None = MISSING
    status: Annotated[BookStatus | MISSING, Field(description="Where the title is in its life")] = MISSING
    binding: BookBinding | MISSING = MISSING
    medium: Literal["print", "audio"] | MISSING = MISSING
    author_id: t.Uuid | MISSING = MISSING
    categories: Annotated[list[Slug], t.Items(max=5, unique=True)] | MISSING = MISSING
    contents: Annotated[list[t.Text], t.Items(max=200, unique=True)] | MISSING = MISSING
    related: list[t.Uuid] | MISSING = MISSING
    price: Price | MISSING = MISSING
    list_prices: Annotated[dict[Currency, Amount], t.Entries()] | MISSING = MISSING
    discount: Percent | MISSING = MISSING
    bonus_points: Annotated[int, t.IntRule(ge=0, multiple_of=5)] | MISSING = MISSING
    tax_rate: Annotated[decimal.Decimal, t.DecimalRule(ge="0", lt="1", digits=4, places=4)] | MISSING = MISSING
    pages: Annotated[int, t.IntRule(ge=1, le=20000)] | MISSING = MISSING
    weight_kg: Annotated[float, t.FloatRule(gt=0.0, lt=50.0)] | MISSING | None = MISSING
    shelf: Annotated[t.Int | t.Text, Field(union_mode="left_to_right")] | MISSING = MISSING
    cover: Annotated[Image | t.Url, Field(union_mode="left_to_right")] | MISSING | None = MISSING
    reading_time: Annotated[t.Duration | MISSING | None, Field(examples=["PT6H30M"])] = MISSING
    published_on: t.Date | MISSING | None = MISSING
    on_sale_from: t.DateTime | MISSING = MISSING
    signed: t.Bool | MISSING = MISSING
    publisher_data: t.Json | MISSING | None = MISSING
    language_code: Annotated[
        Annotated[str, t.TextRule(pattern="^[a-z]{2}$")] | MISSING,
        Field(validation_alias="lang", serialization_alias="lang"),
    ] = MISSING
    legacy_record: Annotated[t.Json | MISSING | None, Field(json_schema_extra={"deprecated": True})] = MISSING


class BookImport(ClosedModel):
    """A line of a publisher's list"""

    isbn: Isbn
    title: Annotated[str, t.TextRule(min_length=1, max_length=200), Field(examples=["Dune Messiah"])]
    subtitle: t.Text | None
    series: t.Text | None
    blurb: Annotated[str, t.TextRule(max_length=4000)] | MISSING = MISSING
    note: Annotated[str, t.TextRule(max_length=500)] | None = None
    status: Annotated[BookStatus, Field(description="Where the title is in its life")] = BookStatus.ANNOUNCED
    binding: BookBinding
    medium: Literal["print", "audio"] = "print"
    author_id: t.Uuid
    categories: Annotated[list[Slug], t.Items(max=5, unique=True)] = Field(default=[])
    contents: Annotated[list[t.Text], t.Items(max=200, unique=True)] = Field(default=[])
    related: list[t.Uuid] = Field(default=[])
    price: Price | MISSING = MISSING
    list_prices: Annotated[dict[Currency, Amount], t.Entries()] = Field(default={})
    discount: Percent = 0
    bonus_points: Annotated[int, t.IntRule(ge=0, multiple_of=5)] = 0
    tax_rate: Annotated[decimal.Decimal, t.DecimalRule(ge="0", lt="1", digits=4, places=4)] = decimal.Decimal("0.07")
    pages: Annotated[int, t.IntRule(ge=1, le=20000)] | MISSING = MISSING
    weight_kg: Annotated[float, t.FloatRule(gt=0.0, lt=50.0)] | None = None
    shelf: Annotated[t.Int | t.Text, Field(union_mode="left_to_right")] = "store"
    reading_time: Annotated[t.Duration | None, Field(examples=["PT6H30M"])] = None
    published_on: t.Date | None = None
    on_sale_from: t.DateTime = dt.datetime(2026, 1, 1, 9, 0, tzinfo=dt.UTC)
    signed: t.Bool = False
    publisher_data: t.Json | None = None
    language_code: Annotated[
        str,
        t.TextRule(pattern="^[a-z]{2}$"),
        Field(validation_alias="lang", serialization_alias="lang"),
    ] = "en"
    legacy_record: Annotated[t.Json | None, Field(json_schema_extra={"deprecated": True})] = None


class BookRead(Model):
    id: t.Uuid
    created_at: t.DateTime
    updated_at: t.DateTime
    isbn: Isbn
    slug: Annotated[Slug, Field(examples=["dune-messiah"])]
    title: Annotated[str, t.TextRule(min_length=1, max_length=200), Field(examples=["Dune Messiah"])]
    subtitle: t.Text | None
    series: t.Text | None
    blurb: Annotated[str, t.TextRule(max_length=4000)] | MISSING = MISSING
    note: Annotated[str, t.TextRule(max_length=500)] | None = None
    status: Annotated[BookStatus, Field(description="Where the title is in its life")] = BookStatus.ANNOUNCED
    binding: BookBinding
    medium: Literal["print", "audio"] = "print"
    author: AuthorRead
    categories: Annotated[list[Slug], t.Items(max=5, unique=True)] = Field(default=[])
    contents: Annotated[list[t.Text], t.Items(max=200, unique=True)] = Field(default=[])
    related: list[t.Uuid] = Field(default=[])
    price: Price
    list_prices: Annotated[dict[Currency, Amount], t.Entries()] = Field(default={})
    discount: Percent = 0
    bonus_points: Annotated[int, t.IntRule(ge=0, multiple_of=5)] = 0
    tax_rate: Annotated[decimal.Decimal, t.DecimalRule(ge="0", lt="1", digits=4, places=4)] = decimal.Decimal("0.07")
    pages: Annotated[int, t.IntRule(ge=1, le=20000)]
    weight_kg: Annotated[float, t.FloatRule(gt=0.0, lt=50.0)] | None = None
    sales: Annotated[dict[t.IntKey, t.Float | None], t.Entries()]
    shelf: Annotated[t.Int | t.Text, Field(union_mode="left_to_right")] = "store"
    cover: Annotated[Image | t.Url, Field(union_mode="left_to_right")] | None = None
    reading_time: Annotated[t.Duration | None, Field(examples=["PT6H30M"])] = None
    published_on: t.Date | None = None
    on_sale_from: t.DateTime = dt.datetime(2026, 1, 1, 9, 0, tzinfo=dt.UTC)
    signed: t.Bool = False
    publisher_data: t.Json | None = None
    language_code: Annotated[
        str,
        t.TextRule(pattern="^[a-z]{2}$"),
        Field(validation_alias="lang", serialization_alias="lang"),
    ] = "en"


class BookCard(Model):
    id: t.Uuid
    created_at: t.DateTime
    updated_at: t.DateTime
    isbn: Isbn
    slug: Annotated[Slug, Field(examples=["dune-messiah"])]
    title: Annotated[str, t.TextRule(min_length=1, max_length=200), Field(examples=["Dune Messiah"])]
    subtitle: t.Text | None
    series: t.Text | None
    blurb: Annotated[str, t.TextRule(max_length=4000)] | MISSING = MISSING
    status: Annotated[BookStatus, Field(description="Where the title is in its life")] = BookStatus.ANNOUNCED
    binding: BookBinding
    medium: Literal["print", "audio"] = "print"
    author: AuthorRead
    categories: Annotated[list[Slug], t.Items(max=5, unique=True)] = Field(default=[])
    price: Price
    list_prices: Annotated[dict[Currency, Amount], t.Entries()] = Field(default={})
    discount: Percent = 0
    bonus_points: Annotated[int, t.IntRule(ge=0, multiple_of=5)] = 0
    tax_rate: Annotated[decimal.Decimal, t.DecimalRule(ge="0", lt="1", digits=4, places=4)] = decimal.Decimal("0.07")
    pages: Annotated[int, t.IntRule(ge=1, le=20000)]
    weight_kg: Annotated[float, t.FloatRule(gt=0.0, lt=50.0)] | None = None
    shelf: Annotated[t.Int | t.Text, Field(union_mode="left_to_right")] = "store"
    reading_time: Annotated[t.Duration | None, Field(examples=["PT6H30M"])] = None
    published_on: t.Date | None = None
    on_sale_from: t.DateTime = dt.datetime(2026, 1, 1, 9, 0, tzinfo=dt.UTC)
    signed: t.Bool = False
    language_code: Annotated[
        str,
        t.TextRule(pattern="^[a-z]{2}$"),
        Field(validation_alias="lang", serialization_alias="lang"),
    ] = "en"


class Review(Model):
    id: t.Uuid
    stars: Annotated[Stars, t.Whole()]
    text: Annotated[str, t.TextRule(max_length=2000)] = ""
    reader: Annotated[t.Text, Field(repr=False), t.PII]


class ReviewCreate(ClosedModel):
    stars: Annotated[Stars, t.Whole()]
    text: Annotated[str, t.TextRule(max_length=2000)] = ""
    reader: Annotated[t.Text, Field(repr=False), t.PII]


class ReviewRead(Model):
    id: t.Uuid
    stars: Annotated[Stars, t.Whole()]
    text: Annotated[str, t.TextRule(max_length=2000)] = ""
    reader: Annotated[t.Text, Field(repr=False), t.PII]


class Customer(Model):
    id: t.Uuid
    created_at: t.DateTime
    updated_at: t.DateTime
    email: Annotated[t.Email, Field(repr=False), t.PII]
    name: Annotated[str, t.TextRule(max_length=120), Field(repr=False), t.PII]
    password: Annotated[str, t.TextRule(min_length=12, max_length=128), Field(repr=False), t.SENSITIVE]
    currency: Currency = Currency.EUR


class CustomerCreate(ClosedModel):
    email: Annotated[t.Email, Field(repr=False), t.PII]
    name: Annotated[str, t.TextRule(max_length=120), Field(repr=False), t.PII]
    password: Annotated[str, t.TextRule(min_length=12, max_length=128), Field(repr=False), t.SENSITIVE]
    currency: Currency = Currency.EUR


class CustomerUpdate(ClosedModel):
    name: Annotated[Annotated[str, t.TextRule(max_length=120)] | MISSING, Field(repr=False), t.PII] = MISSING
    password: Annotated[
        Annotated[str, t.TextRule(min_length=12, max_length=128)] | MISSING,
        Field(repr=False),
        t.SENSITIVE,
    ] = MISSING
    currency: Currency | MISSING = MISSING


class CustomerRead(Model):
    id: t.Uuid
    created_at: t.DateTime
    updated_at: t.DateTime
    email: Annotated[t.Email, Field(repr=False), t.PII]
    name: Annotated[str, t.TextRule(max_length=120), Field(repr=False), t.PII]
    currency: Currency = Currency.EUR


class Address(ClosedModel):
    street: Annotated[t.Text, Field(repr=False), t.PII]
    city: t.Text
    country: Annotated[str, t.TextRule(pattern="^[A-Z]{2}$")]
    deliver_after: Annotated[t.Time | None, Field(examples=["17:30:00"])] = None


class CardPayment(ClosedModel):
    kind: Literal["card"]
    token: Annotated[t.Text, Field(repr=False), t.SENSITIVE]


class TransferPayment(ClosedModel):
    kind: Literal["bank-transfer"]
    reference: Annotated[str, t.TextRule(max_length=140)]


class VoucherPayment(ClosedModel):
    kind: Literal["voucher"]
    codes: Annotated[list[t.Text], t.Items(min=1, max=3)]


class BookLine(ClosedModel):
    kind: Literal["book"]
    book_id: t.Uuid
    quantity: Annotated[int, t.IntRule(ge=1, le=100)] = 1


class ShirtLine(ClosedModel):
    kind: Literal["shirt"]
    size: ShirtSize
    quantity: Annotated[int, t.IntRule(ge=1, le=10)] = 1


class Order(Model):
    id: t.Uuid
    created_at: t.DateTime
    updated_at: t.DateTime
    customer_id: t.Uuid
    lines: Annotated[list[Annotated[BookLine | ShirtLine, Field(discriminator="kind")]], t.Items(min=1, max=50)]
    payment: Annotated[CardPayment | TransferPayment | VoucherPayment, Field(discriminator="kind")]
    address: Address
    gift_wrap: GiftWrap = GiftWrap.OFF
    status: OrderStatus
    total: Price
    history: list[t.DateTime]


class OrderCreate(ClosedModel):
    customer_id: t.Uuid
    lines: Annotated[list[Annotated[BookLine | ShirtLine, Field(discriminator="kind")]], t.Items(min=1, max=50)]
    payment: Annotated[CardPayment | TransferPayment | VoucherPayment, Field(discriminator="kind")]
    address: Address
    gift_wrap: GiftWrap = GiftWrap.OFF


class OrderRead(Model):
    id: t.Uuid
    created_at: t.DateTime
    updated_at: t.DateTime
    customer_id: t.Uuid
    lines: Annotated[list[Annotated[BookLine | ShirtLine, Field(discriminator="kind")]], t.Items(min=1, max=50)]
    address: Address
    gift_wrap: GiftWrap = GiftWrap.OFF
    status: OrderStatus
    total: Price
    history: list[t.DateTime]


class Parcel(Model):
    """A packed order on its way"""

    order_id: t.Uuid
    weight_kg: Annotated[float, t.FloatRule(gt=0.0)]
    tracking: t.Url | None = None
    packed_at: t.DateTime
