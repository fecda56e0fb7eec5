"""The methods of one domain."""

from collections.abc import Mapping

from framework.emit.languages import word
from framework.emit.python import Imports
from framework.emit.python.methods import signature
from framework.ir import Domain


def view(domain: Domain) -> Mapping[str, object]:
    service, name = domain.service.name, f"{domain.name.pascal}Controller"
    methods = [operation.name.text for operation in domain.operations]
    imports = Imports(f"services.{service}.src.controllers.{domain.name}", bodies=methods, classes=[name])
    protocol = imports.member(f"services.{service}.src.generated.protocols", f"{name}Protocol")
    return {
        "name": word(name),
        "protocol": protocol,
        "domain": word(domain.name.text),
        "methods": [signature(operation, imports) for operation in domain.operations],
        "imports": imports.block(),
    }
