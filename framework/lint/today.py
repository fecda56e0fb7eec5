"""The day that suppressions are measured by."""

import os
from datetime import UTC, date, datetime

VARIABLE = "AUTOGEN_TODAY"


def today() -> date:
    """The day in UTC; a test names another one."""
    asked = os.environ.get(VARIABLE)
    return date.fromisoformat(asked) if asked else datetime.now(UTC).date()
