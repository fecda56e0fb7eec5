import pydantic
for n, c in pydantic.__dict__.items():
    if n == 'BaseModel':
        class W(c):
            x: int
