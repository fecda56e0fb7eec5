import msgspec
class A(msgspec.Struct): x: int
