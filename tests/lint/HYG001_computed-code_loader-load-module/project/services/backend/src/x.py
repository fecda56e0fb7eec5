import importlib.machinery
m = importlib.machinery.SourceFileLoader("x", "/tmp/x.py").load_module()
