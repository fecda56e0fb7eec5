"""`autogen openapi` answers on two streams and with an exit code, which no expected file holds."""

import json
import shutil
from pathlib import Path

import pytest

from framework.cli.app import main
from framework.diagnostics import Report
from framework.pipeline import compile_files, compile_project
from tests.repository import ROOT

MONOREPO = ROOT / "spec_examples" / "monorepo"


def run(*words: str, root: Path = MONOREPO) -> int:
    return main(["openapi", "--root", str(root), *words])


def test_it_prints_the_bytes_of_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    report = Report()
    project = compile_project(MONOREPO, report).project
    assert project is not None
    files = compile_files(project, report)
    for name in ("orders", "billing", "customers"):
        assert run(name) == 0
        assert capsys.readouterr().out == files[f"services/{name}/src/generated/openapi.json"].text
    assert "services/mailer/src/generated/openapi.json" not in files


def test_the_only_service_need_not_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root=ROOT / "spec_examples" / "hello") == 0
    assert json.loads(capsys.readouterr().out)["info"]["title"] == "hello API"


def test_it_writes_where_it_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "docs" / "orders.json"
    assert run("orders", "--out", str(path)) == 0
    assert capsys.readouterr().out == f"{path} written\n"
    assert run("orders", "--out", str(path)) == 0
    assert capsys.readouterr().out == f"{path} is up to date\n"
    assert run("orders") == 0
    assert capsys.readouterr().out == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "autogen: name a service\n  services with a document: orders, billing, customers\n"),
        (("order",), "autogen: there is no service 'order'\n  did you mean 'orders'?\n"),
        (("x",), "autogen: there is no service 'x'\n  services with a document: orders, billing, customers\n"),
        (
            ("mailer",),
            "autogen: the service 'mailer' has no operation that is called by HTTP\n"
            "  services with a document: orders, billing, customers\n",
        ),
        (
            ("orders", "--out", ""),
            "autogen: --out: '' is no file\n  name a file, or leave it out to print the document\n",
        ),
    ],
)
def test_it_says_what_it_cannot_do(words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*words) == 2
    assert capsys.readouterr() == ("", said)


def test_wrong_specs_have_no_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "hello"
    shutil.copytree(ROOT / "spec_examples" / "hello", root)
    (root / "shared/spec/models.yaml").write_text("models: {Greeting: {fields: {text: strin}}}", encoding="utf-8")
    assert run(root=root) == 1
    assert "LOW002" in capsys.readouterr().out
