"""What the README says of settings, done word for word."""

import re
from pathlib import Path

import pytest

from tests.behaviour.served.workspace import Workspace, compiled, example
from tests.repository import ROOT


@pytest.fixture(scope="module")
def blocks() -> dict[str, list[str]]:
    """The blocks of the section, by their language."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    section = text.split("\n## Settings\n")[1].split("\n## ")[0]
    found: dict[str, list[str]] = {}
    for language, block in re.findall(r"^```(\w*)\n(.*?)^```$", section, re.MULTILINE | re.DOTALL):
        found.setdefault(language, []).append(block)
    return found


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory, blocks: dict[str, list[str]]) -> Workspace:
    root = tmp_path_factory.mktemp("readme")
    made = compiled(example("hello"), root / "spec")
    (made.root / "services/hello/spec/service.yaml").write_text(blocks["yaml"][0], encoding="utf-8")
    return compiled(made.root, root / "workspace")


def test_code_reads_them(workspace: Workspace, blocks: dict[str, list[str]]) -> None:
    done = workspace.run("-c", blocks["python"][0], REGIONS="eu,us", STRIPE_KEY="sk_4711")
    assert done.stdout == blocks[""][0], done.stderr


def test_the_refusal(workspace: Workspace, blocks: dict[str, list[str]]) -> None:
    done = workspace.run("-c", "import services.hello.src.main", PAGE_SIZE="many")
    assert done.returncode != 0
    assert done.stderr.endswith(blocks[""][1])


def test_a_dependency_and_an_app_by_hand(tmp_path: Path) -> None:
    code = (
        "from fastapi import FastAPI\nfrom framework.runtime import get_settings, settings\n"
        "class Own(settings.Settings):\n    page_size: int = 20\n"
        "app = FastAPI()\napp.state.settings = settings.load(Own)\n"
        "import asyncio\nfrom types import SimpleNamespace\n"
        "print(asyncio.run(get_settings(SimpleNamespace(app=app))).page_size)\n"
    )
    done = Workspace(tmp_path).run("-c", code, PYTHONPATH=str(ROOT), PAGE_SIZE="7")
    assert done.stdout == "7\n", done.stderr
