import pydantic
make = pydantic.create_model
A = make("A", x=(int, ...))
