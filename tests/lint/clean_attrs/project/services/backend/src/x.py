import attrs
@attrs.define
class A: x: int
