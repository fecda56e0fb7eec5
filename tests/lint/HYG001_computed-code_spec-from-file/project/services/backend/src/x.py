from importlib.util import spec_from_file_location
s = spec_from_file_location("x", "/tmp/x.py")
