from pydantic import create_model
A = create_model(*("A",), **{"x": (int, 1)})
