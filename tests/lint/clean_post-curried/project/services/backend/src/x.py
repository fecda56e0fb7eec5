def f(api): return api.post('/x')(1)
