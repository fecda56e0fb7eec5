from shared.generated import schemas
ALL = {n: c for n, c in vars(schemas).items() if n.endswith('Read')}
