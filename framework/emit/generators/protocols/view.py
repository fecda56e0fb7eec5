"""One class for each domain, one method for each operation."""

from collections.abc import Mapping
from dataclasses import dataclass

from framework.emit.languages import Snippet, word
from framework.emit.python import Imports, docstring
from framework.emit.python.methods import signature, told
from framework.emit.symbols import symbol
from framework.ir import Domain, Operation, Service
from framework.symbols import Symbol


@dataclass(frozen=True, slots=True)
class Method:
    signature: Snippet
    docstring: Snippet


@dataclass(frozen=True, slots=True)
class Row:
    name: Snippet
    docstring: Snippet
    methods: tuple[Method, ...]


def view(service: Service) -> Mapping[str, object]:
    methods = [operation.name.text for domain in service.domains for operation in domain.operations]
    imports = Imports(
        f"services.{service.name}.src.generated.protocols",
        bodies=methods,
        classes=[_name(domain) for domain in service.domains],
    )
    names = {
        "abstractmethod": imports.member("abc", "abstractmethod"),
        "Protocol": imports.member("typing", "Protocol"),
    }
    rows = [_row(domain, imports) for domain in service.domains]
    return {**names, "service": word(service.name.text), "domains": rows, "imports": imports.block()}


def symbols(service: Service) -> dict[str, Symbol]:
    found: dict[str, Symbol] = {}
    for domain in service.domains:
        found[_name(domain)] = symbol(domain)
        found |= {f"{_name(domain)}.{operation.name}": symbol(operation) for operation in domain.operations}
    return found


def _name(domain: Domain) -> str:
    return f"{domain.name.pascal}ControllerProtocol"


def _row(domain: Domain, imports: Imports) -> Row:
    text = f"Operations of `{domain.name}` ({domain.file})."
    name = word(_name(domain))
    return Row(name, docstring(text, depth=1), tuple(_method(operation, imports) for operation in domain.operations))


def _method(operation: Operation, imports: Imports) -> Method:
    text = told(operation)
    return Method(signature(operation, imports, ":" if text else ": ..."), docstring(text, depth=2))
