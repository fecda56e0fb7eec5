from pydantic.dataclasses import dataclass as d
@d(frozen=True)
class A:
    x: int
