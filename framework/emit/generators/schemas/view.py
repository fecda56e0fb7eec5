"""What the template of a module of schemas sees: statements that are ready to stand in their places."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from framework.emit.generators.schemas.fields import Scope, line
from framework.emit.generators.schemas.order import Class, ordered, unfinished
from framework.emit.languages import Snippet, python_literal, word
from framework.emit.python import (
    Annotator,
    Imports,
    assignment,
    comment,
    docstring,
    documented,
    layout,
    schemas_module,
)
from framework.emit.python.annotations import MODEL, TYPES
from framework.emit.symbols import symbol
from framework.ir import Enum, NamedType, Project
from framework.symbols import Symbol


@dataclass(frozen=True, slots=True)
class Declared:
    """All that one module holds. `models` are in the order of their definition."""

    enums: tuple[Enum, ...]
    types: tuple[NamedType, ...]
    models: tuple[Class, ...]

    def __len__(self) -> int:
        return len(self.enums) + len(self.types) + len(self.models)

    def __iter__(self) -> Iterator[Enum | NamedType | Class]:
        yield from self.enums
        yield from self.types
        yield from self.models


@dataclass(frozen=True, slots=True)
class Row:
    """A class with the statements of its body, or a named type with the one that is all of it. `second` is the name
    by which class bodies know it, where a field has its own; `above` stands before it."""

    name: Snippet
    base: Snippet
    docstring: Snippet
    body: tuple[Snippet, ...]
    second: Snippet | None = None
    above: Snippet | None = None


def declared(project: Project, service: str | None) -> Declared:
    """What is shared, or what is private to a service."""
    models = [model for model in project.models if model.service == service]
    classes: list[Class] = []
    for model in models:
        classes += [*([] if model.abstract else [model]), *model.variants]
    enums = tuple(one for one in project.enums if one.service == service)
    types = tuple(one for one in project.types if one.service == service)
    return Declared(enums, types, tuple(ordered(classes)))


def view(found: Declared, service: str | None) -> Mapping[str, object]:
    imports = _imports(found, service)
    unready = [one.name.text for one in unfinished(found.models)]
    where = "shared/spec" if service is None else f"services/{service}/spec"
    return {
        "header": comment(f"Made by `autogen generate` from {_source(found, where)}. Edit that, not this file."),
        "service": service and word(service),
        "enums": [_enum(one, imports) for one in found.enums],
        "types": [_type(one, imports) for one in found.types],
        "models": list(_models(found.models, frozenset(unready), imports)),
        "rebuilt": [word(name) for name in unready],
        "imports": imports.block(),
    }


def symbols(found: Declared, service: str | None) -> dict[str, Symbol]:
    imports = _imports(found, service)
    made = {one.name.text: symbol(one) for one in found}
    made |= {imports.own(name): place for name, place in made.items()}
    for model in found.models:
        made |= {f"{model.name}.{field.name}": symbol(field) for field in model.fields}
    return made


def _imports(found: Declared, service: str | None) -> Imports:
    bodies = {field.name.text for model in found.models for field in model.fields}
    return Imports(schemas_module(service), bodies, [one.name.text for one in found])


def _source(found: Declared, where: str) -> str:
    """The spec file of a module, or the folder that holds all of them."""
    files = {one.span.file for one in found}
    folders = {str(PurePosixPath(file).parent) for file in files}
    return files.pop() if len(files) == 1 else folders.pop() if len(folders) == 1 else where


def _enum(one: Enum, imports: Imports) -> Row:
    whole = any(isinstance(member.value, int) for member in one.members)
    base = imports.member("enum", "IntEnum" if whole else "StrEnum")
    body = tuple(layout(python_literal(member.value), 4, f"{word(member.name)} = ") for member in one.members)
    above = None
    if one.description and not documented(one.description):
        above = layout(f"{imports.module(TYPES, 't')}.described({python_literal(one.description)})", 0, "@")
    name = word(one.name.text)
    return Row(name, base, docstring(one.description, depth=1), body, _second(one.name.text, imports), above)


def _type(one: NamedType, imports: Imports) -> Row:
    alias = imports.member("typing", "TypeAlias")
    statement = assignment(one.name.text, alias, Annotator(imports).of(one.type, one.limits))
    name = word(one.name.text)
    return Row(name, alias, docstring(one.description, depth=0), (statement,), _second(one.name.text, imports))


def _models(models: Sequence[Class], unready: frozenset[str], imports: Imports) -> Iterator[Row]:
    later = {one.name.text for one in models}
    scope = Scope(imports, later, unready)
    for one in models:
        yield _model(one, scope)
        later.discard(one.name.text)


def _model(one: Class, scope: Scope) -> Row:
    base = scope.imports.member(MODEL, "ClosedModel" if one.closed else "Model")
    told, body = docstring(one.description, depth=1), [line(each, scope) for each in one.fields]
    if one.description and not documented(one.description):
        config = f"{scope.imports.member('pydantic', 'ConfigDict')}(json_schema_extra={{"
        body.insert(0, layout(f'{config}"description": {python_literal(one.description)}}})', 4, "model_config = "))
    if not body and not told:
        body = [Snippet("pass")]
    name = word(one.name.text)
    return Row(name, base, told, tuple(body), _second(one.name.text, scope.imports))


def _second(name: str, imports: Imports) -> Snippet | None:
    return imports.own(name) if imports.hidden(name) else None
