"""What a process is told by its environment: typed, checked before anything starts, and secret where it is one.

`load(Settings)` gives the settings or one `StartRefused` that names every variable at fault and shows no value. Each
class stands alone: a script that needs the database only loads `DatabaseSettings`.
"""

from framework.runtime.settings.broker import BrokerSettings
from framework.runtime.settings.cache import CacheSettings
from framework.runtime.settings.database import DatabaseSettings
from framework.runtime.settings.markers import Said, Secret, SecretUrl, UrlOf
from framework.runtime.settings.process import Settings
from framework.runtime.settings.refusal import Fault, StartRefused, load
from framework.runtime.settings.storage import StorageSettings
from framework.runtime.settings.variables import Variables

__all__ = [
    "BrokerSettings", "CacheSettings", "DatabaseSettings", "Fault", "Said", "Secret", "SecretUrl", "Settings",
    "StartRefused", "StorageSettings", "UrlOf", "Variables", "load",
]  # fmt: skip
