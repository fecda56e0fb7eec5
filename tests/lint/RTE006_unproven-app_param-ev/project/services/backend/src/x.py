def setup(app, r):
    app.add_event_handler('startup', r)
