def setup(app, r):
    app.mount(path='/x', app=r)
