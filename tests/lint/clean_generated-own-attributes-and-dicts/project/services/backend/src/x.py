import sys
import types

CACHE: dict[str, object] = {}
CACHE["shared.generated.schemas"] = 1
CACHE.update(x=2)


class Settings(types.SimpleNamespace):
    _private = 1


SETTINGS = Settings()
SETTINGS._private = 2
SETTINGS.__dict__.update(a=1)
setattr(SETTINGS, "b", 2)
Settings.shared = SETTINGS
sys.stdout.flush()
vars(SETTINGS)["c"] = 3
globals()["LATER"] = 4
