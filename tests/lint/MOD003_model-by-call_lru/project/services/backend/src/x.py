import functools
from pydantic import create_model
mk = functools.lru_cache(None)(create_model)
Z = mk('Z', a=(int, 1))
