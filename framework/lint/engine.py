"""One pass over each file: every node goes to the rules that ask for its kind and apply where it stands."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from framework import catalogue
from framework.diagnostics import Diagnostic, Report
from framework.ir import Project
from framework.lint import allow, cache
from framework.lint.allow import Checked
from framework.lint.code.evaluate import Evaluator
from framework.lint.code.files import Parsed
from framework.lint.code.modules import Modules
from framework.lint.code.plain import is_plain
from framework.lint.code.scopes import Scope
from framework.lint.reach import imports
from framework.lint.rule import Finding, Rule, Site, Workspace
from framework.lint.where import HIDES, SERVICE, Kind, kind_of, service_of

FAMILIES = "framework.lint.rules"
ROOM = 15_000
"""Frames that a deep expression may take; a Python function needs no stack of the machine."""


def rules() -> list[Rule]:
    """Every rule, by its code."""
    found = [rule for family in catalogue.packages(FAMILIES) for rule in catalogue.collect(family, "RULE").values()]
    return sorted((cast(Rule, rule) for rule in found), key=lambda rule: rule.code.id)


class Engine:
    def __init__(self, project: Project, root: Path, key: str) -> None:
        self.rules = rules()
        self.by_node = {
            kind: [rule for rule in self.rules if kind in rule.visits] for rule in self.rules for kind in rule.visits
        }
        self.modules = Modules(root, frozenset(self.by_node))
        self.workspace = Workspace(project, Evaluator(self.modules))
        self.cache = cache.Cache(root, key, self.modules, [rule.code for rule in self.rules])
        self.services = {service.name.text: service for service in project.services}
        self.checked: dict[str, Checked] = {}
        self.of_files: dict[str, Checked] = {}

    def check(self) -> dict[str, Checked]:
        """The findings of every file that the rules apply to, and of what those load."""
        with _room():
            waiting = [(path, kind_of(path)) for path in self.modules.paths]
            first = [(path, kind) for path, kind in waiting if kind not in ("generated", "other")]
            self._all(first)
            self.of_files = dict(self.checked)
            for rule in self.rules:
                self._whole(rule)
        return self.checked

    def kept(self) -> dict[str, str]:
        """What the cache keeps: the findings of each file by itself; those of the whole are asked for in every run."""
        return self.cache.entries(self.of_files)

    def _all(self, waiting: list[tuple[str, Kind]]) -> None:
        """A file that code of a service loads is judged as such, wherever it lies."""
        judged: dict[str, Kind] = {}
        while waiting:
            path, kind = waiting.pop()
            if path in judged and (judged[path] == kind or kind != "other"):
                continue
            judged[path] = kind
            self.checked[path] = self.cache.get(path, kind) or self._file(path, kind)
            if kind in SERVICE:
                loaded = (other for other in self.checked[path].imports if kind_of(other) in HIDES)
                waiting += [(other, "other") for other in loaded]

    def _file(self, path: str, kind: Kind) -> Checked:
        parsed = self.modules.parsed(path)
        found = list(self.modules.faults[path].diagnostics) if path in self.modules.faults else []
        if parsed is None:
            return Checked(path, kind, tuple(found))
        report = Report()
        for diagnostic in self._sites(parsed, kind, report):
            found.append(diagnostic)
        return Checked(path, kind, tuple(found), allow.read(parsed), imports(self.modules, parsed))

    def _sites(self, parsed: Parsed, kind: Kind, report: Report) -> Iterable[Diagnostic]:
        service = self.services.get(service_of(parsed.path) or "")
        for type_, rules_ in self.by_node.items():
            applied = [rule for rule in rules_ if kind in rule.where]
            quiet = [rule for rule in applied if rule.quiet] if type_ is ast.Call else applied
            for node, scope in parsed.sites[type_] if applied else ():
                asked = quiet if quiet is not applied and self._is_quiet(node, scope) else applied
                if not asked:
                    continue
                site = Site(node, scope, parsed, kind, service, self.workspace)
                for rule in asked:
                    _add(rule, rule.check(site), report)
        return report.diagnostics

    def _is_quiet(self, call: Any, scope: Scope) -> bool:
        """Whether a call is of a function that is not known, or of one that has nothing to do with any spec."""
        return all(is_plain(value) for value in self.workspace.code.values(call.func, scope.frame))

    def _whole(self, rule: Rule) -> None:
        if rule.whole is None:
            return
        report = Report()
        _add(rule, rule.whole(self.workspace), report)
        for found in report.diagnostics:
            known = self.checked.setdefault(found.span.file, Checked(found.span.file, "other", ()))
            self.checked[found.span.file] = known.with_(found)


def _add(rule: Rule, findings: Iterable[Finding], report: Report) -> None:
    for found in findings:
        report.add(rule.code, found.span, hint=found.hint, fix=found.fix, related=found.related, **found.values)


@contextmanager
def _room() -> Iterator[None]:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, ROOM))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
