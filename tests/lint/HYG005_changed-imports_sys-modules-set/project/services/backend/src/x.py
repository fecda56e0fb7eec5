import sys
sys.modules["x"] = 1
