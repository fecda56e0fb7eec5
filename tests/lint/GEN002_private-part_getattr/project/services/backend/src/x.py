import shared.generated.schemas

FOUND = getattr(shared.generated.schemas, "_" + "titles")
