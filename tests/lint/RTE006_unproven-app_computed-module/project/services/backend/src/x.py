import importlib
def f(n):
    importlib.import_module(f'services.backend.src.{n}').app.add_api_route('/x', f)
