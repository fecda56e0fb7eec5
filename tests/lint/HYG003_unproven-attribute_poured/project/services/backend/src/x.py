import pydantic
globals().update(vars(pydantic))
