import sys
sys.path = ["/x"] + sys.path
