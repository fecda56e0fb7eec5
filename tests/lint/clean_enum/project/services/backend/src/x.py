from enum import Enum, StrEnum, IntEnum
class C(StrEnum):
    A = "a"
class D(Enum):
    B = 1
