from sqladmin import Admin
def f(app): Admin(app, None)
