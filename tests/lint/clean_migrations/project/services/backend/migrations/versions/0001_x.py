from alembic import op
from pydantic import BaseModel
class A(BaseModel): ...
def upgrade(): op.execute("x")
