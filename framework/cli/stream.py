"""Writing to a terminal, a pipe or a file that may be closed, full, or unable to show what is written."""

import contextlib
import os
from typing import TextIO

from framework.cli.refusal import Refusal


class Stream:
    """Text goes out whatever it holds: what the encoding lacks is written as an escape. A reader that went away
    (`autogen … | head`) ends the output, not the command. Of a stream that `may_fail` nothing depends."""

    def __init__(self, target: TextIO | None, *, may_fail: bool = False) -> None:
        self._target = target
        self._may_fail = may_fail
        with contextlib.suppress(AttributeError, ValueError, OSError):
            target.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # what lacks it needs nothing

    @property
    def is_terminal(self) -> bool:
        with contextlib.suppress(AttributeError, ValueError, OSError):
            return self._target is not None and self._target.isatty()
        return False

    def write(self, text: str) -> None:
        if self._target is None:
            return
        try:
            self._target.write(text)
            self._target.flush()
        except BrokenPipeError:
            self._give_up()
        except (OSError, ValueError) as fault:
            self._give_up()
            if self._may_fail:
                return
            reason = getattr(fault, "strerror", None) or "the stream is closed"
            raise Refusal(f"the result cannot be written: {reason}") from fault

    def _give_up(self) -> None:
        """What is left in the buffer must not raise again when the interpreter closes the stream."""
        target, self._target = self._target, None
        with contextlib.suppress(AttributeError, ValueError, OSError):
            sink = os.open(os.devnull, os.O_WRONLY)
            os.dup2(sink, target.fileno())  # type: ignore[union-attr]  # only reached while there is a target
            os.close(sink)
