import inspect, services.backend.src.x2 as m
X = [c for n, c in inspect.getmembers(m, inspect.isclass)]
