import sys
sys.path.append("/x")
