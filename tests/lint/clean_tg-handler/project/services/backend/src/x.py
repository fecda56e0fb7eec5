def f(application, h):
    application.add_handler(h)
    application.add_error_handler(h)
