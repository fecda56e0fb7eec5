import functools
from services.backend.src.generated.settings import get_settings
g = functools.lru_cache(get_settings)
def f(): return g().x
