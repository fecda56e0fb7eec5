"""The house stands as it is drawn: layers, limits of size, who may write and who may print."""

import ast
import inspect
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from enum import Enum
from importlib import import_module
from pathlib import Path, PurePosixPath
from pkgutil import iter_modules

import pytest

from framework import catalogue
from framework.spec.shape import Shape
from tests.repository import ROOT, calls, sources, texts

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
MOST_PARAMETERS = 5
DEEPEST = 3
LONGEST_TEMPLATE = 120

SERVED = "framework/runtime/"
"""Stands outside of the compiler, whose laws say who prints and who writes: a service logs, and keeps its metrics."""

VAGUE = {"utils", "util", "helpers", "helper", "common", "base", "misc", "manager", "managers"}
STAGES = {
    "framework.source": {"read": ("root", "report")},
    "framework.spec": {"validate": ("tree", "report")},
    "framework.lower": {"lower": ("spec", "tree", "report")},
    "framework.emit": {"emit": ("project", "report")},
    "framework.output": {"plan": ("root", "files"), "apply": ("plan",)},
}
WRITERS = {
    "write_text", "write_bytes", "touch", "mkdir", "makedirs", "unlink", "rmdir", "rmtree", "rename", "renames",
    "symlink_to", "symlink", "hardlink_to", "link", "chmod", "truncate", "copy2", "copytree", "copyfile", "move",
    "removedirs", "mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryDirectory",
}  # fmt: skip
OF_OS = {"remove", "replace", "open", "write", "utime"}
"""Names that mean writing only as functions of `os`; a text has a `replace`, too."""

ELSEWHERE = {
    "framework/cli/crash.py": "keeps the traceback of a bug of ours in the folder for temporary files",
    "framework/cli/stream.py": "opens the null device in the place of a pipe that was closed",
}
"""Who may write although it is not output: never into a workspace."""

Function = ast.FunctionDef | ast.AsyncFunctionDef
BLOCKS = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try, ast.TryStar, ast.Match)


def test_layers() -> None:
    command = (str(Path(sys.executable).with_name("lint-imports")), "--no-cache")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_files_are_short() -> None:
    long = [f"{path}: {text.count(chr(10))} lines" for path, text in ours() if text.count("\n") > LONGEST_FILE]
    assert not long


def test_templates_are_short() -> None:
    lengths = {path: text.count("\n") for path, text in texts() if path.endswith(".j2")}
    assert not {path: length for path, length in lengths.items() if length > LONGEST_TEMPLATE}


@pytest.mark.parametrize(
    ("measure", "limit"),
    [
        (lambda function: (function.end_lineno or 0) - function.lineno + 1, LONGEST_FUNCTION),
        (lambda function: parameters(function), MOST_PARAMETERS),
        (lambda function: depth(function.body), DEEPEST),
    ],
    ids=["lines", "parameters", "nesting"],
)
def test_functions_are_small(measure: Callable[[Function], int], limit: int) -> None:
    measured = {f"{path}:{function.lineno} {function.name}": measure(function) for path, function in functions()}
    assert not {name: size for name, size in measured.items() if size > limit}


def test_names_of_modules_say_what_they_hold() -> None:
    names = {path: PurePosixPath(path) for path, _ in ours()}
    assert not [path for path, pure in names.items() if VAGUE & {pure.stem, *pure.parent.parts}]


def test_only_the_command_prints() -> None:
    printing = [
        f"{path}:{call.lineno}"
        for path, text in sources("framework")
        for call, name, owner in calls(text)
        if name == "print" or owner in ("sys.stdout", "sys.stderr", "sys.stdout.buffer", "sys.stderr.buffer")
    ]
    assert not [place for place in printing if not place.startswith(("framework/cli/", SERVED))]


def test_only_output_writes() -> None:
    writing = [
        f"{path}:{call.lineno} {name}"
        for path, text in sources("framework")
        if not path.startswith(("framework/output/", SERVED)) and path not in ELSEWHERE
        for call, name, owner in calls(text)
        if writes(call, name, owner)
    ]
    assert not writing


def test_every_stage_has_its_function() -> None:
    for module, wanted in STAGES.items():
        for name, names in wanted.items():
            assert tuple(inspect.signature(getattr(import_module(module), name)).parameters)[: len(names)] == names


@pytest.mark.parametrize("package", ["framework.ir", "framework.diagnostics", "framework.source.place"])
def test_values_between_stages_are_frozen(package: str) -> None:
    thawed = [
        found.__name__
        for found in classes(package)
        if is_dataclass(found) and not found.__dataclass_params__.frozen  # type: ignore[attr-defined]  # not in typeshed
    ]
    assert not thawed


def test_the_ir_is_data_only() -> None:
    kinds = [found for found in classes("framework.ir") if not issubclass(found, Enum)]
    assert kinds
    assert not [found.__name__ for found in kinds if not is_dataclass(found)]


def test_shapes_are_frozen_and_closed() -> None:
    shapes = [found for found in classes("framework.spec") if issubclass(found, Shape)]
    assert len(shapes) > 10
    assert not [found.__name__ for found in shapes if not found.model_config.get("frozen")]
    assert not [found.__name__ for found in shapes if found.model_config.get("extra") != "forbid"]


def test_what_is_found_by_its_place_binds_its_name() -> None:
    assert catalogue.collect("framework.cli.commands", "COMMAND")
    assert catalogue.collect("framework.emit.generators", "GENERATOR")


def ours() -> Iterator[tuple[str, str]]:
    return sources("framework", "tooling")


def functions() -> Iterator[tuple[str, Function]]:
    for path, text in ours():
        yield from ((path, node) for node in ast.walk(ast.parse(text)) if isinstance(node, Function))


def parameters(function: Function) -> int:
    """Those that a caller has to know; `self`, `*args` and `**kwargs` are not among them."""
    given = function.args
    named = [argument.arg for argument in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    return len(named) - (named[:1] in (["self"], ["cls"]))


def depth(body: list[ast.stmt]) -> int:
    """How deep the deepest statement stands in blocks; an `elif` is as deep as its `if`, a function begins anew."""
    return max((1 + inner(statement) for statement in body if isinstance(statement, BLOCKS)), default=0)


def inner(statement: ast.stmt) -> int:
    otherwise: list[ast.stmt] = getattr(statement, "orelse", [])
    ladder = isinstance(statement, ast.If) and len(otherwise) == 1 and isinstance(otherwise[0], ast.If)
    bodies = [getattr(statement, "body", []), getattr(statement, "finalbody", [])]
    bodies += [part.body for part in (*getattr(statement, "handlers", []), *getattr(statement, "cases", []))]
    return max(*(depth(body) for body in bodies), depth(otherwise) - ladder)


def writes(call: ast.Call, name: str, owner: str) -> bool:
    if name == "open" and owner == "self":
        return False
    if name == "open" and owner != "os":
        modes = [*call.args[0 if owner else 1 :][:1], *(word.value for word in call.keywords if word.arg == "mode")]
        return any(not isinstance(mode, ast.Constant) or set("wax+") & set(str(mode.value)) for mode in modes)
    return name in WRITERS or (owner in ("os", "shutil") and name in OF_OS)


def classes(package: str) -> Iterator[type]:
    """The classes that a package, or a module, defines itself."""
    home = import_module(package)
    modules = [
        home,
        *(import_module(f"{package}.{found.name}") for found in iter_modules(getattr(home, "__path__", ()))),
    ]
    for module in modules:
        yield from (
            found for _, found in inspect.getmembers(module, inspect.isclass) if found.__module__ == module.__name__
        )
