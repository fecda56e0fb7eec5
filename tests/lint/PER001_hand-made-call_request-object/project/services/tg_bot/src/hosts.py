class Hosts:
    books = "http://backend:8000"
