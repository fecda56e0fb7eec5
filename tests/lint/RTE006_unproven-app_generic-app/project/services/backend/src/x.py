from typing import TypeVar
T = TypeVar('T')
def setup(a: T) -> T:
    a.add_api_route('/x', setup)
    return a
