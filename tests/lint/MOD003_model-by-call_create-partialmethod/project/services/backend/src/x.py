from pydantic import create_model
class F:
    make = staticmethod(create_model)
Z = F().make('Z', a=(int, 1))
