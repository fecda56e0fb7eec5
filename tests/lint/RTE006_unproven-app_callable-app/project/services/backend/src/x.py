from typing import Callable
def setup(get_app: Callable):
    get_app().add_api_route('/x', setup)
