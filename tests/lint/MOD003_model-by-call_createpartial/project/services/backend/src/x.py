from functools import partial
from pydantic import create_model
mk = partial(create_model, "A")
A = mk(x=(int, 1))
