import os.path
import subprocess

FLAGS = 1 | 2
WAYS = {"a": 1} | {"b": 2}
HOME = os.path.expandvars("$HOME/books")
subprocess.run(["ls"], env=os.environ | {"LC_ALL": "C"}, check=True)
