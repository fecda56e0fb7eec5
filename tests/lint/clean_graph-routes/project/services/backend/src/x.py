class Router:
    def __init__(self): self.routes = []
class A:
    def __init__(self): self.router = Router()
    def f(self): self.router.routes.append(1)
