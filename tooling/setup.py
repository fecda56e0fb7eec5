"""Makes `.venv` hold exactly what `uv.lock` says, out of nothing but a Python, its `venv` module and a package index.

Standard library only. It parses and answers `--fit` on any Python 3, so that a wrong one is told in a sentence and
not in a traceback. A run that finds nothing to do costs two starts of Python.
"""

import compileall
import hashlib
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Dict, List, Optional

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
UV = VENV / "bin" / "uv"
STAMP = VENV / "setup.stamp"
LOG = VENV / "setup.log"

FIT, WRONG_VERSION, NO_VENV = 0, 1, 3

# What pip and uv print when the index is out of reach, in lower case, and what it means.
UNTRUSTED = "the certificate of the package index is not trusted, name your CA bundle in SSL_CERT_FILE and PIP_CERT"
OFFLINE = "the package index cannot be reached, check the network or its proxy and run make again"
SIGNS = (
    ("certificate_verify_failed", UNTRUSTED),
    ("invalid peer certificate", UNTRUSTED),
    ("newconnectionerror", OFFLINE),
    ("failed to establish a new connection", OFFLINE),
    ("name resolution", OFFLINE),
    ("dns error", OFFLINE),
    ("connect error", OFFLINE),
    ("client error (connect)", OFFLINE),
    ("error sending request", OFFLINE),
    ("proxyerror", OFFLINE),
    ("timed out", OFFLINE),
    ("unreachable", OFFLINE),
)

# Variables of the caller that would bend the environment: uv.lock names its index, and .venv its Python.
FOREIGN = (
    "PYTHONHOME",
    "UV_DEFAULT_INDEX",
    "UV_EXTRA_INDEX_URL",
    "UV_FIND_LINKS",
    "UV_FROZEN",
    "UV_INDEX",
    "UV_INDEX_URL",
)


class Unable(Exception):
    """The environment cannot be made; the message is the sentence for the user."""


def main(arguments: List[str]) -> int:
    if arguments == ["--fit"]:
        return fit()
    try:
        prepare()
    except Unable as fault:
        print(f"setup: {fault}.", file=sys.stderr)
        return 2
    except OSError as fault:
        print(f"setup: cannot use {fault.filename or VENV}: {fault.strerror}.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


def fit() -> int:
    """Whether this Python can carry Autogen; if not, why, on stdout."""
    needed, found = setting("requires-python"), "{}.{}".format(*sys.version_info[:2])
    lowest, above = [(int(major), int(minor)) for major, minor in re.findall(r"(\d+)\.(\d+)", needed)]
    if not lowest <= sys.version_info[:2] < above:
        print(f"Autogen needs Python {needed}, and {sys.executable} is {found}")
        return WRONG_VERSION
    if not (find_spec("venv") and find_spec("ensurepip")):
        remedy = f"install it (on Debian and Ubuntu: apt-get install python{found}-venv) and run make again"
        print(f"Python {found} at {sys.executable} has no venv module; {remedy}")
        return NO_VENV
    return FIT


def prepare() -> None:
    wanted = fingerprint()
    if not (STAMP.is_file() and STAMP.read_text() == wanted and PYTHON.exists()):
        make_venv()
        install_uv(setting("required-version").lstrip("="))
        sync()
        STAMP.write_text(wanted)
    # Where PYTHONDONTWRITEBYTECODE is set, every start of `autogen` would compile the compiler again.
    compileall.compile_dir(str(ROOT / "framework"), quiet=2)


def fingerprint() -> str:
    """Of everything that decides what `.venv` holds; scripts in it carry absolute paths, so the place counts."""
    digest = hashlib.sha256((str(ROOT) + sys.version).encode())
    for path in (ROOT / "pyproject.toml", ROOT / "uv.lock", Path(__file__)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def setting(key: str) -> str:
    """A text value of pyproject.toml. By pattern, for tomllib is younger than the Pythons that must be refused."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    found = re.search(rf'^{re.escape(key)} = "(.*)"$', text, re.MULTILINE)
    if not found:
        raise Unable(f"pyproject.toml has no {key}")
    return found.group(1)


def make_venv() -> None:
    if is_sound():
        return
    say(f"making .venv with Python {sys.version.split()[0]}")
    # A virtual environment made from within another one would depend on it.
    base = getattr(sys, "_base_executable", sys.executable)
    run([base, "-m", "venv", "--clear", str(VENV)], "cannot make .venv")


def is_sound() -> bool:
    """Whether `.venv` runs this very Python, with pip, and stands where it was made."""
    try:
        answer = subprocess.run(
            [str(PYTHON), "-c", "import pip, sys; print(sys.version)"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=True,
        ).stdout.decode()
        return answer.strip() == sys.version.strip() and str(VENV) in (VENV / "bin" / "activate").read_text()
    except (OSError, subprocess.CalledProcessError):
        return False


def install_uv(version: str) -> None:
    if UV.exists() and list(VENV.glob(f"lib/*/site-packages/uv-{version}.dist-info")):
        return
    say(f"installing uv {version}")
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--retries", "1"]
    run([*pip, f"uv=={version}"], f"cannot install uv {version}")


def sync() -> None:
    say("installing what uv.lock lists")
    own = {"UV_COMPILE_BYTECODE": "1", "UV_PROJECT_ENVIRONMENT": str(VENV), "UV_PYTHON_DOWNLOADS": "never"}
    command = [str(UV), "sync", "--locked", "--all-extras", "--python", str(PYTHON), "--project", str(ROOT)]
    run(command, "cannot install what uv.lock lists", own)


def run(command: List[str], fault: str, own: Optional[Dict[str, str]] = None) -> None:
    """Runs a step in silence; of a failure, `fault` and its cause become the sentence, the rest goes to the log."""
    environment = {key: value for key, value in os.environ.items() if key not in FOREIGN}
    environment.update(own or {})
    done = subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode == 0:
        return
    VENV.mkdir(exist_ok=True)
    LOG.write_bytes(done.stdout)
    raise Unable("{}: {} (details: .venv/{})".format(fault, cause(done.stdout.decode(errors="replace")), LOG.name))


def cause(output: str) -> str:
    for sign, meaning in SIGNS:
        if sign in output.lower():
            return meaning
    lines = [line.strip() for line in output.splitlines() if line.strip()] or ["it ended without a word"]
    errors = [line for line in lines if line.lower().startswith("error")]
    return re.sub(r"(?i)^error:\s*", "", (errors or lines[-1:])[0]).rstrip(".")


def say(step: str) -> None:
    print(f"setup: {step}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
