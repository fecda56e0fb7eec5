from pydantic import ValidationError, Field, ConfigDict
def f():
    try: ...
    except ValidationError as e:
        return e.errors()
