import fastapi


def accepted(answer: "fastapi.Response") -> None:
    setattr(answer, "status" + "_code", 202)
