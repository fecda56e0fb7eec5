"""What a service holds open while it runs: a database, a cache, a store; whatever has `open`, `check` and `close`."""

from framework.runtime.resources.breaker import Breaker
from framework.runtime.resources.held import Held
from framework.runtime.resources.life import NotOpened, Resources
from framework.runtime.resources.resource import Resource
from framework.runtime.resources.unavailable import Unavailable

__all__ = ["Breaker", "Held", "NotOpened", "Resource", "Resources", "Unavailable"]
