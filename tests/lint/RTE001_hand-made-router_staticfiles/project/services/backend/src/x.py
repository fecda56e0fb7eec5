from fastapi.staticfiles import StaticFiles
s = StaticFiles(directory="x")
