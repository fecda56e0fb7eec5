from services.backend.src import b
x = b.y
