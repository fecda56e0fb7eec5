from pydantic import create_model
MODELS = list(map(create_model, ["A", "B"]))
