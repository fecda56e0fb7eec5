app = lambda scope, receive, send: None
