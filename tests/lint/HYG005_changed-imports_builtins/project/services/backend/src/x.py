import builtins
import pydantic
builtins.Base = pydantic.BaseModel
