from shared.generated import schemas

vars(schemas)["BookRead"] = dict
schemas.__dict__.update(BookCreate=dict)
