import socket
def f():
    s = socket.socket()
    s.connect_ex(('backend', 80))
