from services.backend.src import a
y = a.x
