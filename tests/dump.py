"""A project as text, so that what the specs mean can be read in a diff: `python -m tests.dump ROOT` prints it.

All that generators see stands in it but the places in the specs. What nobody said is left out, unless it means
something: a field that may be left out is `unset` then or, behind `=`, its default, of which `= null` is one.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import chain
from pathlib import Path

from framework.diagnostics import Report
from framework.ir import (
    UNSET,
    Consume,
    Dict,
    Domain,
    Enum,
    Error,
    Event,
    Field,
    Limits,
    List,
    Literal,
    Model,
    NamedType,
    Nullable,
    Operation,
    Page,
    Param,
    Project,
    Ref,
    Scalar,
    Service,
    Set,
    Setting,
    Type,
    Union,
    Variant,
)
from framework.pipeline import compile_project

FLAGS = ("readonly", "writeonly", "sensitive", "pii", "deprecated")


def dump(project: Project) -> str:
    things = chain(
        map(_service, project.services),
        map(_model, project.models),
        map(_enum, project.enums),
        map(_named, project.types),
        map(_event, project.events),
        map(_error, project.errors),
    )
    return "\n".join("".join(f"{line}\n" for line in thing) for thing in things)


def _service(service: Service) -> Iterator[str]:
    yield f"service {service.name}: {service.type}"
    yield from _indented(_registered(service))
    for domain in service.domains:
        yield from _indented(_domain(domain))
    yield from _indented(map(_consume, service.consumes))


def _registered(service: Service) -> Iterator[str]:
    yield from _told(description=service.description)
    yield f"folder {service.folder}" if service.folder else "no specs"
    yield from (f"waits for {name}: {condition}" for name, condition in service.depends_on)
    if service.profiles:
        yield f"profiles {', '.join(service.profiles)}"
    if not service.dev_template:
        yield "no dev_template"
    if not service.scaffold:
        yield "no scaffold"
    yield f"api {_shown(service.api.title)} {_shown(service.api.version)} under {_shown(service.api.prefix)}"
    yield f"access {_listed(service.access)}"
    yield f"exposes {_listed(service.exposes)}"
    for setting in service.settings:
        yield from _setting(setting)


def _setting(setting: Setting) -> Iterator[str]:
    words = [word for word in ("secret", "nullable") if getattr(setting, word)]
    default = [] if setting.default is UNSET else [f"= {_shown(setting.default)}"]
    named = f"setting {setting.name} as {setting.name.snake}:"
    yield " ".join([named, spelled(setting.type), *words, *default, *_limits(setting.limits)])
    yield from _indented(_told(description=setting.description, example=setting.example))


def _consume(consume: Consume) -> str:
    return f"calls {consume.provider.name}.{consume.domain.name}: {', '.join(_names(consume.operations))}"


def _domain(domain: Domain) -> Iterator[str]:
    yield f"domain {domain.name} of {domain.service.name} in {domain.file}"
    if domain.prefix:
        yield f"  prefix {_shown(domain.prefix)}"
    if domain.tags:
        yield f"  tags {', '.join(map(_shown, domain.tags))}"
    for operation in domain.operations:
        yield from _indented(_operation(operation))


def _operation(operation: Operation) -> Iterator[str]:
    mark = " deprecated" if operation.deprecated else ""
    known = "" if operation.id == operation.name.text else f", id {operation.id}"
    yield f"operation {operation.domain.name}.{operation.name}{known}{mark}"
    yield from _indented(_told(summary=operation.summary, description=operation.description))
    rest = operation.rest
    if rest:
        yield f"  {rest.method} {_shown(rest.path)} at {_shown(rest.route)}, whole {_shown(rest.url)}: {rest.status}"
    yield from _indented(chain.from_iterable(map(_param, operation.params)))
    yield f"  takes {spelled(operation.input)}, gives {spelled(operation.output)}"
    for word, event in (
        ("hears", operation.subscribe),
        ("sends", operation.publish_on_success),
        ("on error sends", operation.publish_on_error),
    ):
        if event:
            yield f"  {word} {event.name}"
    if operation.errors:
        yield f"  raises {', '.join(error.name.text for error in operation.errors)}"


def _model(model: Model) -> Iterator[str]:
    words = ["abstract"] if model.abstract else []
    words += [f"extends {', '.join(parent.name.text for parent in model.extends)}"] if model.extends else []
    yield from _class(f"model {model.name}", words, model)
    for variant in model.variants:
        yield from _indented(_class(f"variant {variant.name} = {variant.model.name} + {variant.suffix}", [], variant))


def _class(head: str, words: list[str], made: Model | Variant) -> Iterator[str]:
    words = [*words, *_private(made.service), "closed" if made.closed else "open"]
    yield f"{head}: {', '.join(words)}"
    yield from _indented(_told(description=made.description))
    yield from _indented(chain.from_iterable(map(_field, made.fields)))


def _field(field: Field) -> Iterator[str]:
    flags = [flag for flag in FLAGS if getattr(field, flag)]
    yield " ".join([f"{field.name}:", spelled(field.type), *_value(field), *flags])
    yield from _indented(_told(description=field.description, example=field.example))


def _param(param: Param) -> Iterator[str]:
    yield " ".join([f"{param.source} {param.name}:", spelled(param.type), *_value(param)])
    yield from _indented(_told(description=param.description, example=param.example))


def _value(field: Field | Param) -> Iterator[str]:
    """What fields and parameters share: whether the value must come, whether it may be null, what it must keep."""
    if field.required:
        yield "required"
    elif field.default is UNSET:
        yield "unset"
    if field.nullable:
        yield "nullable"
    if field.default is not UNSET:
        yield f"= {_shown(field.default)}"
    yield from _limits(field.limits)
    if field.wire != field.name.text:
        yield f"wire={_shown(field.wire)}"
    if isinstance(field, Param) and field.deprecated:
        yield "deprecated"


def _limits(limits: Limits) -> Iterator[str]:
    """Only the bounds that are given; a bound of a decimal, a float and an int are told apart."""
    for field in fields(limits):
        value = getattr(limits, field.name)
        if value is not None and value is not False:
            yield f"{field.name}={value!r}"


def _enum(enum: Enum) -> Iterator[str]:
    words = [*_private(enum.service), *([f"of {enum.owner}"] if enum.owner else [])]
    yield f"enum {enum.name}" + (f": {', '.join(words)}" if words else "")
    yield from _indented(_told(description=enum.description))
    yield from (f"  {member.name} = {_shown(member.value)}" for member in enum.members)


def _named(named: NamedType) -> Iterator[str]:
    yield " ".join([f"type {named.name}:", *_private(named.service), spelled(named.type), *_limits(named.limits)])
    yield from _indented(_told(description=named.description, example=named.example))


def _event(event: Event) -> Iterator[str]:
    sides = [side for side in ("publish", "subscribe") if getattr(event, side)]
    yield f"event {event.name}: {event.message.name}, {', '.join(sides)}"
    yield from _indented(_told(description=event.description))
    for word, operations in (("sent by", event.publishers), ("heard by", event.subscribers)):
        yield from (f"  {word} {one.domain.service.name}.{one.domain.name}.{one.name}" for one in operations)


def _error(error: Error) -> Iterator[str]:
    retry = ", retryable" if error.retryable else ""
    yield f"error {error.name}: {error.status} {_shown(error.title)}{retry}"
    yield from _indented(_told(description=error.description))
    yield from _indented(chain.from_iterable(map(_field, error.detail)))


def _told(**words: object) -> Iterator[str]:
    """What is there for people, each in a line of its own. An example may be null, so that it is not given is UNSET."""
    for name, value in words.items():
        if value is not UNSET and (value is not None or name == "example"):
            yield f"{name} {_shown(value)}"


def spelled(kind: Type | None) -> str:
    """A type as a spec writes it; text in a literal is quoted, to be told from a number."""
    match kind:
        case None:
            return "nothing"
        case Scalar():
            return kind.name
        case Ref(target):
            return target.name.text
        case List(item) | Set(item) | Page(item):
            return f"{'Page' if isinstance(kind, Page) else type(kind).__name__.lower()}[{spelled(item)}]"
        case Dict(key, value):
            return f"dict[{spelled(key)}, {spelled(value)}]"
        case Nullable(item):
            return f"({spelled(item)})?" if isinstance(item, Union) else f"{spelled(item)}?"
        case Union(arms, discriminator):
            return f"({' | '.join(map(spelled, arms))}{f' by {discriminator}' if discriminator else ''})"
        case Literal(values):
            return f"literal[{', '.join(map(_shown, values))}]"


def _shown(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _private(service: str | None) -> list[str]:
    return [f"private to {service}"] if service else []


def _names(operations: Iterable[Operation]) -> list[str]:
    return [operation.name.text for operation in operations]


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words)) or "nothing"


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


if __name__ == "__main__":
    compiled = compile_project(Path(sys.argv[1]), Report())
    print(dump(compiled.project) if compiled.project else "it does not compile: ask `autogen validate`", end="")
