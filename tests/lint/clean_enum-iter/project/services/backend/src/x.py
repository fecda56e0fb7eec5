import enum
class E(enum.Enum):
    A = 1
for n, m in E.__members__.items(): ...
