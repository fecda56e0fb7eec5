from sys import path
path.insert(0, "/x")
