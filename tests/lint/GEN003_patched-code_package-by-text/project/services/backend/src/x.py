from unittest import mock
mock.patch('fastapi.routing.APIRoute').start()
