"""`autogen schema export`: JSON Schemas of the spec files, for editors."""

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from framework.cli.command import Command
from framework.cli.console import Console, Outcome

NEXT = "name the schema at the top of every spec: autogen validate --fix"
EXAMPLE = """\
autogen schema export               into .autogen/schemas
autogen schema export build/schemas
autogen validate --fix              then names the schema at the top of every spec"""


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("action", choices=("export",), metavar="export", help="write a schema for every kind of file")
    parser.add_argument("folder", nargs="?", metavar="DIR", help="where to; default: .autogen/schemas of the workspace")


def _run(arguments: Namespace, console: Console) -> int:
    from framework.output.loose import write_files
    from framework.spec import schemas

    texts = schemas.export()
    folder = Path(os.path.abspath(arguments.folder)) if arguments.folder else console.root / schemas.FOLDER
    written = write_files(folder, texts)
    shown = arguments.folder or schemas.FOLDER
    done = f"{len(texts)} schemas in {shown}, {len(written)} written"
    extra: dict[str, object] = {"folder": str(folder), "schemas": list(texts), "written": written}
    if not arguments.folder:
        extra["editor"] = settings = _settings(console.root)
        done += f"\nwritten for the editor: {', '.join(settings)}" if settings else ""
    return console.finish([], Outcome(extra=extra, done=f"{done}\n{NEXT}" if written else done))


def _settings(root: Path) -> list[str]:
    """The settings of the editor, where the team has none."""
    from framework.cli import editor
    from framework.output.loose import write_files

    return write_files(root, {path: text for path, text in editor.files().items() if not os.path.lexists(root / path)})


COMMAND = Command("schema", "write the JSON Schemas of the spec files, for editors", EXAMPLE, _arguments, _run)
