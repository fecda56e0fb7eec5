from shared.texts import GREETING

from .more import MORE

ALL = (GREETING, MORE)
