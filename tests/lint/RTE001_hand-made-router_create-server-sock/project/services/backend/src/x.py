import socket
s = socket.create_server(('', 80))
