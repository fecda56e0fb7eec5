import socket
s = socket.socket()
s.bind(('', 80))
s.listen()
