import dataclasses
@dataclasses.dataclass(frozen=True)
class A:
    x: int
    def __post_init__(self):
        object.__setattr__(self, 'x', 2)
