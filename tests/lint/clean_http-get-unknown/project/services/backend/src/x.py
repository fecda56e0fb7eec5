def f(client): return client.get('/x')
