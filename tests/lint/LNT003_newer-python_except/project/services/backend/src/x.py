try:
    import json
except ImportError, OSError:
    json = None
