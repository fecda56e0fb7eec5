from .mw import M
def configure(app): app.add_middleware(M)
