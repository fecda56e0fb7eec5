"""A controller that tells all that it knows, in every way that there is."""

import logging
import sys
from uuid import uuid4

import structlog
from opentelemetry import trace
from services.accounts.src.generated.protocols import AccountsControllerProtocol
from services.accounts.src.generated.settings import get_settings
from sqlalchemy import text

from framework.runtime.logs import get_logger
from shared.generated.schemas import AccountRead

log = get_logger("accounts")
INSERT = text("insert into told_accounts (id, email, nickname, password) values (:id, :email, :nickname, :password)")


class AccountsController(AccountsControllerProtocol):
    async def create_account(self, session, payload):
        told(payload)
        account = {"id": uuid4(), **payload.model_dump()}
        await session.execute(INSERT, account)
        return AccountRead(**{name: one for name, one in account.items() if name != "password"})

    async def crash_account(self, session, payload):
        try:
            raise KeyError(payload.password)
        except KeyError as fault:
            fault.add_note(f"of {payload.nickname}")
            key = get_settings().signing_key.get_secret_value()
            raise RuntimeError(f"{payload.email} {payload!r} {payload.password!r} {payload.nickname} {key}") from fault

    async def wrong_account(self, session, payload):
        return payload.model_dump()

    async def pay_account(self, session, payload):
        raise RuntimeError(f"{payload.model_dump()}")

    async def find_account(self, session, email):
        logging.getLogger("finder").warning("who is %s?", email)
        raise LookupError(email)


def told(payload):
    values = payload.model_dump()
    with trace.get_tracer("accounts").start_as_current_span(f"for {payload.nickname}") as span:
        span.set_attribute("account", str(values))
        span.set_attribute("account.password", payload.password)
        span.set_attribute("url.full", f"https://other/?email={payload.email}&nickname={payload.nickname}")
        span.record_exception(ValueError(str(values)))
    structlog.contextvars.bind_contextvars(bound=payload.nickname)
    log.info("made", payload=payload, values=values, deep=[{"x": values}], **values)
    log.warning(f"made {payload.email} of {payload.nickname}", password=payload.password, other=payload.password)
    structlog.get_logger("direct").info("made", what=f"<{payload.nickname}>", settings=get_settings())
    logging.getLogger("old").error("made %s %s", payload.nickname, values, extra={"of": payload.password})
    logging.getLogger("old").error("%d", payload.password)
    try:
        sys.intern(payload)
    except TypeError as fault:
        fault.add_note(str(values))
        logging.getLogger("old").exception("failed for %r", payload.password)
