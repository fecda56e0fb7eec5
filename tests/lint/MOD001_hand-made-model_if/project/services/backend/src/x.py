import os
if os.name == "nt":
    Base = object
else:
    from pydantic import BaseModel as Base
class A(Base): pass
