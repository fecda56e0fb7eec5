import socketio
s = socketio.AsyncServer()
a = socketio.ASGIApp(s)
