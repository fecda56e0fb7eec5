"""A command that cannot run as it was asked. Not a finding: nothing was looked at, or nothing could be."""


class Refusal(Exception):
    """One sentence for the user and, in `hint`, what to do; the command ends with exit 2."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
