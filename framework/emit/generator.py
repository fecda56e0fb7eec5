"""A generator is a folder that binds `GENERATOR`: what it plans, the view that its templates see, the templates."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from framework.diagnostics import Report
from framework.files import Class
from framework.ir import Project
from framework.symbols import Symbol


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file to be made. `id` says what it is of, so that it is known again under another path; `template` lies in
    the generator's folder, and `view` holds the names that it uses; `members` and `symbols` are those of a `File`."""

    path: str
    kind: Class
    id: str
    template: str
    view: Mapping[str, object] = field(default_factory=dict)
    members: tuple[str, ...] = ()
    symbols: Mapping[str, Symbol] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Generator:
    """`name` is that of its folder, and stands in the manifest as the owner of what it makes."""

    name: str
    plan: Callable[[Project, Report], Iterable[Artifact]]
