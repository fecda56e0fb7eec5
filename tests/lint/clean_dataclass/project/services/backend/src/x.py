from dataclasses import dataclass, field
@dataclass(frozen=True, slots=True)
class A:
    x: int
    y: list[int] = field(default_factory=list)
