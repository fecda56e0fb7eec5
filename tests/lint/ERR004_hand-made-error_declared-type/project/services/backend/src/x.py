from framework.runtime.errors import DeclaredError
M = type('M', (DeclaredError,), {'status': 418})
