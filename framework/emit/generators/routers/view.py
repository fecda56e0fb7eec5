"""What the template of a router shows. The names of the factory give way to those of the spec, never the other way."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from framework.emit.generators.routers.parameters import parameter
from framework.emit.generators.routers.problems import problems
from framework.emit.languages import Snippet, python_literal, word
from framework.emit.python import Imports, annotation, assignment, docstring, documented, spread
from framework.emit.python.methods import has_database
from framework.emit.symbols import symbol
from framework.ir import Domain, Operation, Rest
from framework.symbols import Symbol

OWN = frozenset({"get_db", "get_controller", "router", "session", "controller", "payload"})
"""What the factory and its handlers call their own; `session` and `payload` are no names of parameters."""


@dataclass(frozen=True, slots=True)
class Handler:
    """`form` is the assignment of what the operation answers with; `call` is all that the handler does."""

    form: Snippet
    decorator: Snippet
    signature: Snippet
    docstring: Snippet
    call: Snippet


def view(domain: Domain) -> Mapping[str, object]:
    service, name = domain.service, domain.name
    routed = _routed(domain)
    bodies = {operation.name.text for operation, _ in routed} | {
        param.name.text for operation, _ in routed for param in operation.params
    }
    forms = [_form_name(operation) for operation, _ in routed]
    home = f"services.{service.name}.src.generated.routers.{name}"
    imports = Imports(home, bodies | OWN, [*forms, "create_router"])
    used = {
        "APIRouter": imports.member("fastapi", "APIRouter"),
        "Dependency": imports.member("framework.runtime.routes", "Dependency"),
    }
    handlers = [_Writer(operation, rest, imports, frozenset(forms)).handler() for operation, rest in routed]
    return {
        **used,
        "file": Snippet(python_literal(domain.file)[1:-1]),
        "name": word(name.text),
        "database": "database" in service.access,
        "router": spread(list(_settings(domain)), 4, f"router = {used['APIRouter']}"),
        "handlers": handlers,
        "imports": imports.block(),
    }


def symbols(domain: Domain) -> dict[str, Symbol]:
    operations = [operation for operation, _ in _routed(domain)]
    forms = frozenset(map(_form_name, operations))
    found = {"create_router": symbol(domain)}
    for one in operations:
        found[f"create_router.{_handler_name(one, forms)}"] = symbol(one)
        found[_form_name(one)] = symbol(one)
    return found


def _routed(domain: Domain) -> list[tuple[Operation, Rest]]:
    return [(operation, operation.rest) for operation in domain.operations if operation.rest is not None]


def _settings(domain: Domain) -> Iterator[str]:
    if domain.prefix:
        yield f"prefix={python_literal(domain.prefix)}"
    if domain.tags:
        yield f"tags={python_literal(list(domain.tags))}"


def _form_name(operation: Operation) -> Snippet:
    return word(operation.name.text.upper())


def _handler_name(operation: Operation, forms: frozenset[str]) -> str:
    return _free(operation.name.text, OWN | forms)


def _free(name: str, taken: Iterable[str]) -> str:
    return f"{name}_" if name in taken else name


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes one handler. `forms` are names of the module that a handler may not hide."""

    operation: Operation
    rest: Rest
    imports: Imports
    forms: frozenset[str]

    def handler(self) -> Handler:
        text = (self.operation.description or "").strip()
        return Handler(
            form=self._form(),
            decorator=spread(list(self._route()), 4, f"@router.{self.rest.method.lower()}"),
            signature=self._signature(),
            docstring=docstring(text, depth=2) if documented(text, 2) else Snippet(""),
            call=spread(self._arguments(), 8, f"return await {_form_name(self.operation)}.answer"),
        )

    def _route(self) -> Iterator[str]:
        operation, text = self.operation, (self.operation.description or "").strip()
        yield python_literal(self.rest.path)
        if self.rest.status != 200:
            yield f"status_code={self.rest.status}"
        yield f"operation_id={python_literal(operation.id)}"
        if operation.summary:
            yield f"summary={python_literal(operation.summary)}"
        if text and not documented(text, 2):
            yield f"description={python_literal(text)}"
        if operation.deprecated:
            yield "deprecated=True"
        if operation.output is None:
            yield f"response_class={self._response()}"
        else:
            yield f"response_model={annotation(operation.output, self.imports)}"
        if found := problems(operation):
            yield f"responses={self.imports.member('framework.runtime.problems', 'problems')}({found})"

    def _signature(self) -> Snippet:
        annotated = self.imports.member("typing", "Annotated")
        depends = self.imports.member("fastapi", "Depends")
        protocols = self.imports.module(f"services.{self.operation.domain.service.name}.src.generated.protocols")
        protocol = f"{protocols}.{self.operation.domain.name.pascal}ControllerProtocol"
        parts = ["*", f"controller: {annotated}[{protocol}, {depends}(get_controller)]"]
        if has_database(self.operation):
            session = self.imports.member("sqlalchemy.ext.asyncio", "AsyncSession")
            parts.append(f"session: {annotated}[{session}, {depends}(get_db)]")
        for param in self.operation.params:
            parts.append(parameter(param, self._inner(param.name.text), self.imports))
        if self.operation.input is not None:
            parts.append(f"payload: {annotation(self.operation.input, self.imports)}")
        name = word(_handler_name(self.operation, self.forms))
        return spread(parts, 4, f"async def {name}", f" -> {self._response()}:")

    def _arguments(self) -> list[str]:
        given = [f"controller.{self.operation.name}"]
        given += ["session=session"] if has_database(self.operation) else []
        given += [f"{one.name}={self._inner(one.name.text)}" for one in self.operation.params]
        return [*given, *(["payload=payload"] if self.operation.input is not None else [])]

    def _form(self) -> Snippet:
        name, status = _form_name(self.operation), self.rest.status
        if self.operation.output is None:
            return assignment(name, "", f"{self.imports.member('framework.runtime.answers', 'Nothing')}({status})")
        form = self.imports.member("framework.runtime.answers", "Answer")
        output = annotation(self.operation.output, self.imports)
        return assignment(name, f"{form}[{output}]", f"{form}({output}, {status})")

    def _inner(self, name: str) -> str:
        return _free(name, OWN | self.forms)

    def _response(self) -> Snippet:
        return self.imports.member("fastapi", "Response")
