import sys
sys.path.insert(0, ".")
from pydantic import create_model
X = create_model("X")
