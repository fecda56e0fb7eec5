from pydantic import dataclasses as dc
@dc.dataclass
class A:
    x: int
