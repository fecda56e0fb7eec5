class Response:
    status_code = 0
def f(response: Response): response.status_code = 4
