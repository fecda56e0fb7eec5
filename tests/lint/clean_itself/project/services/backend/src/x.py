from services.backend.src.x import y
from .x import z
import services.backend.src.x as me
class A(y, z, me.A): ...
