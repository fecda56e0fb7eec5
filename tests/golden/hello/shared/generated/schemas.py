# Made by `autogen generate` from shared/spec/models.yaml. Edit that, not this file.
"""Models that services share."""

from framework.runtime import types as t
from framework.runtime.model import Model


class Greeting(Model):
    text: t.Text
