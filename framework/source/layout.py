"""Which files make a workspace: the one place that knows their names and folders."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from framework.diagnostics import Code, Related, Report, Span, nearest
from framework.source.text import UNREADABLE_FILE

Kind = Literal["services", "models", "events", "errors", "service", "manifest", "domain"]

SUFFIXES = (".yaml", ".yml")
SHARED: dict[str, Kind] = {"models": "models", "events": "events", "errors": "errors"}
PRIVATE: dict[str, Kind] = {"service": "service", "models": "models", "manifest": "manifest"}
LATER = ("architecture", "auth")
OLD_CONTRACT = "env.contract"

LINK_LEAVES_ROOT = Code(
    "SRC005",
    "link-leaves-root",
    "the link '{name}' leads out of the workspace",
    "What is compiled must be in the repository; a link out of it gives every machine another project.",
    "copy the file into the workspace",
)
TWO_SPELLINGS = Code(
    "SRC006",
    "two-spellings",
    "'{name}' stands beside '{other}'",
    ".yml is read like .yaml, so two files claim one name and neither is the right one.",
    "keep one of the two files",
)
STRAY_FILE = Code(
    "SRC007",
    "stray-file",
    "no part of the language reads '{name}'",
    "A file or folder that is silently ignored is a rule that its author believes in and nobody keeps.",
    "rename it or move it: shared/spec holds models, events and errors; services/<name>/spec holds service, models "
    "and routers/<domain>.yaml",
)
OLD_ENV_CONTRACT = Code(
    "SRC008",
    "old-env-contract",
    "'{name}' is a form of the predecessor that is read no more",
    "Variables are declared where the service is: `settings` of services/<name>/spec/service.yaml says name, type, "
    "default and whether the value is a secret.",
    "declare the variables under `settings:` of service.yaml and delete this file",
)
OLD_REST_FILE = Code(
    "SRC009",
    "old-rest-file",
    "'{name}' is a form of the predecessor that is read no more",
    "Operations belong to the service that serves them, one file per domain.",
    "move it to services/<service>/spec/routers/<domain>.yaml and write each handler under `operations:`",
)
FILE_NOT_YET = Code(
    "SRC010",
    "file-not-yet",
    "'{name}' is not supported yet",
    "The language has this file, the compiler does not yet; accepting it in silence would promise what nothing keeps.",
    "remove the file until a version of autogen supports it",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A spec file: its path from the root, what it is, the service it belongs to, and its name."""

    path: str
    kind: Kind
    service: str | None
    name: str


@dataclass
class Layout:
    """`folders` are the services with specs; `watched` every folder and file whose change is a change of the input."""

    root: Path
    report: Report
    entries: list[Entry] = field(default_factory=list)
    folder_names: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    real: str = ""

    def __post_init__(self) -> None:
        self.real = os.path.realpath(self.root)

    @property
    def folders(self) -> tuple[str, ...]:
        return tuple(self.folder_names)

    @property
    def watched(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.seen))

    def keep(self, path: str, kind: Kind, service: str | None, name: str) -> None:
        self.entries.append(Entry(path, kind, service, name))


def survey(root: Path, report: Report) -> Layout:
    """Find the files. Whatever lies where specs belong and is none is reported."""
    layout = Layout(root, report)
    _root(layout)
    _shared(layout)
    for service in _folders(layout, "services"):
        _service(layout, service)
    layout.entries.sort(key=lambda entry: entry.path)
    return layout


def _root(layout: Layout) -> None:
    for name, path in _specs(layout, ""):
        if name == "services":
            layout.keep(path, "services", None, name)
        elif name == "architecture":
            layout.report.add(FILE_NOT_YET, Span(path), name=path)
    _old_contracts(layout, "", "infra", "shared")


def _shared(layout: Layout) -> None:
    folder = "shared/spec"
    for name, path in _specs(layout, folder):
        if name in SHARED:
            layout.keep(path, SHARED[name], None, name)
        elif name in LATER:
            layout.report.add(FILE_NOT_YET, Span(path), name=path)
        elif name == "rest":
            layout.report.add(OLD_REST_FILE, Span(path), name=path)
        elif name != OLD_CONTRACT:
            _stray(layout, path, name, (*SHARED, *LATER))
    for inner in _folders(layout, folder):
        if inner in ("models", "events"):
            _whole(layout, f"{folder}/{inner}", SHARED[inner], None)
        elif inner == "routers":
            for _, path in _specs(layout, f"{folder}/{inner}"):
                layout.report.add(OLD_REST_FILE, Span(path), name=path)
        else:
            _stray(layout, f"{folder}/{inner}", inner, ("models", "events"))
    _old_contracts(layout, folder)


def _service(layout: Layout, service: str) -> None:
    folder = f"services/{service}/spec"
    _old_contracts(layout, f"services/{service}", folder)
    if not os.path.isdir(layout.root / folder):
        layout.seen.append(f"services/{service}")
        return
    layout.folder_names.append(service)
    for name, path in _specs(layout, folder):
        if name == "architecture":
            layout.report.add(FILE_NOT_YET, Span(path), name=path)
        elif name != OLD_CONTRACT:
            layout.keep(path, PRIVATE.get(name, "domain"), service, name)
    for inner in _folders(layout, folder):
        if inner in ("routers", "models"):
            _whole(layout, f"{folder}/{inner}", "domain" if inner == "routers" else "models", service)
        else:
            _stray(layout, f"{folder}/{inner}", inner, ("routers", "models"))


def _whole(layout: Layout, folder: str, kind: Kind, service: str | None) -> None:
    for name, path in _specs(layout, folder):
        layout.keep(path, kind, service, name)
    for inner in _folders(layout, folder):
        _stray(layout, f"{folder}/{inner}", inner, ())


def _stray(layout: Layout, path: str, name: str, known: tuple[str, ...]) -> None:
    guess = nearest(name, known)
    layout.report.add(STRAY_FILE, Span(path), name=path, hint=f"did you mean '{guess}'?" if guess else "")


def _old_contracts(layout: Layout, *folders: str) -> None:
    for folder in folders:
        for suffix in SUFFIXES:
            path = os.path.join(folder, OLD_CONTRACT + suffix)
            layout.seen.append(path)
            if _stands(layout, folder, path):
                layout.report.add(OLD_ENV_CONTRACT, Span(path), name=path)


def _stands(layout: Layout, folder: str, path: str) -> bool:
    """Whether something is there. A folder that may not be looked into is reported, and not taken for an empty one."""
    try:
        os.stat(layout.root / path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as fault:
        layout.report.add(UNREADABLE_FILE, Span(folder or "."), reason=fault.strerror or "unknown fault")
        return False
    return True


def _specs(layout: Layout, folder: str) -> Iterator[tuple[str, str]]:
    """The YAML files of a folder by name, one for each name."""
    found: dict[str, str] = {}
    for entry in _scan(layout, folder):
        name, suffix = os.path.splitext(entry.name)
        if suffix.lower() not in SUFFIXES or (not folder and name not in ("services", *LATER)):
            continue
        path = os.path.join(folder, entry.name)
        layout.seen.append(path)
        if name in found:
            related = [Related(Span(found[name]), "the other file")]
            layout.report.add(TWO_SPELLINGS, Span(path), name=path, other=found[name], related=related)
        elif _inside(layout, path):
            found[name] = path
    yield from found.items()


def _folders(layout: Layout, folder: str) -> list[str]:
    """The folders inside a folder, but those that are named like a file of the language."""
    found = []
    for entry in _scan(layout, folder):
        path = os.path.join(folder, entry.name)
        is_folder = entry.is_dir(follow_symlinks=False) or os.path.isdir(layout.root / path)
        if is_folder and not entry.name.lower().endswith(SUFFIXES) and _inside(layout, path):
            found.append(entry.name)
    return found


def _scan(layout: Layout, folder: str) -> list[os.DirEntry[str]]:
    """What lies in a folder, sorted, but what is hidden; nothing where there is no such folder."""
    layout.seen.append(folder or ".")
    try:
        with os.scandir(layout.root / folder) as entries:
            return sorted((e for e in entries if not e.name.startswith((".", "__"))), key=lambda e: e.name)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as fault:
        layout.report.add(UNREADABLE_FILE, Span(folder or "."), reason=fault.strerror or "unknown fault")
        return []


def _inside(layout: Layout, path: str) -> bool:
    """Whether a path stays in the workspace once its links are followed."""
    real = os.path.realpath(layout.root / path)
    if os.path.commonpath((real, layout.real)) == layout.real:
        return True
    layout.report.add(LINK_LEAVES_ROOT, Span(path), name=path)
    return False
