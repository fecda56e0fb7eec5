"""The project as the compiler understands it: frozen, every reference an object, everything named and in order.

Data only. Objects that the user named (`Model`, `Operation`, …) are equal only to themselves, for models may contain
each other; what an object needs of others that come after it is set once by `tie`, while `lower` builds.
"""

from framework.ir.error import Error
from framework.ir.event import Event
from framework.ir.field import UNSET, Field, Limits, Param
from framework.ir.model import Enum, Member, Model, NamedType, Variant
from framework.ir.name import Name
from framework.ir.operation import Domain, Operation, Rest
from framework.ir.project import Project
from framework.ir.service import Api, Consume, Service
from framework.ir.setting import Setting
from framework.ir.tie import tie
from framework.ir.types import Dict, List, Literal, Nullable, Page, Ref, Scalar, Set, Type, Union

__all__ = [
    "UNSET", "Api", "Consume", "Dict", "Domain", "Enum", "Error", "Event", "Field", "Limits", "List", "Literal",
    "Member", "Model", "Name", "NamedType", "Nullable", "Operation", "Page", "Param", "Project", "Ref", "Rest",
    "Scalar", "Service", "Set", "Setting", "Type", "Union", "Variant", "tie",
]  # fmt: skip
