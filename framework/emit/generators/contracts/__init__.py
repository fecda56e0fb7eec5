"""The contract tests of each service that is an API: its document, asked of the app in process."""

from collections.abc import Iterator

from framework.diagnostics import Report
from framework.emit.generator import Artifact, Generator
from framework.emit.languages import word
from framework.emit.symbols import symbol
from framework.ir import Project, Service


def _plan(project: Project, report: Report) -> Iterator[Artifact]:
    for service in project.services:
        if service.type == "python-fastapi" and _is_asked(service):
            path = f"services/{service.name}/tests/generated/test_{service.name}_contract.py"
            view = {"service": word(service.name.text)}
            symbols = dict.fromkeys((service.name.text, "test_operation", "test_sequences"), symbol(service))
            identity = f"service {service.name} / contract"
            yield Artifact(path, "owned", identity, "contract.py.j2", view, symbols=symbols)


def _is_asked(service: Service) -> bool:
    return any(operation.rest for domain in service.domains for operation in domain.operations)


GENERATOR = Generator("contracts", _plan)
