"""The script of the README does what the README says of it."""

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.repository import ROOT


def test_the_script_prints_what_it_is_said_to(tmp_path: Path) -> None:
    section = (ROOT / "README.md").read_text(encoding="utf-8").partition("## A unit of work")[2].partition("\n## ")[0]
    found = re.search(r"```python\n(.*?)```\n\nIt prints `(.*?)` and `(.*?)`", section, re.DOTALL)
    assert found is not None
    script, *lines = found.groups()
    known = {**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path / 'a.db'}"}
    done = subprocess.run((sys.executable, "-c", script), env=known, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.splitlines()) == (0, lines), done.stderr
