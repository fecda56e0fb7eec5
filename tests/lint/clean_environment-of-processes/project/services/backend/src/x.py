import os
import subprocess
import sys


def convert(path: str) -> bytes:
    around = {**os.environ, "LC_ALL": "C"}
    subprocess.run(["convert", path], env=around, check=True)
    subprocess.run(["convert", path], env=os.environ, check=True)
    os.environ["TOKENIZERS_PARALLELISM"] = "false"
    return subprocess.check_output([sys.executable, path], env=dict(os.environ, PYTHONHASHSEED="0"))


HOME = os.environ.get("HOME", "/")
WHERE = os.path.join(os.getcwd(), os.sep)
ZONE = os.getenv("TZ")
