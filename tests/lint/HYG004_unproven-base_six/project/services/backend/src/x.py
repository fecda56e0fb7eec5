from pydantic import BaseModel
from six import with_metaclass
class A(with_metaclass(type, BaseModel)): pass
