from http.server import HTTPServer
s = HTTPServer(("", 1), None)
