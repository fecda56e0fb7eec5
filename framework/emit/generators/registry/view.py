"""The domains that have routes: imported in the order of their names, included in that of the project, for the first
route that matches a request takes it."""

from collections.abc import Mapping
from dataclasses import dataclass

from framework.emit.languages import Snippet, word
from framework.ir import Service


@dataclass(frozen=True, slots=True)
class Row:
    module: Snippet
    protocol: Snippet


def view(service: Service) -> Mapping[str, object]:
    routed = (domain for domain in service.domains if any(operation.rest for operation in domain.operations))
    rows = [Row(word(one.name.text), word(f"{one.name.pascal}ControllerProtocol")) for one in routed]
    return {
        "service": word(service.name.text),
        "prefix": service.api.prefix,
        "domains": rows,
        "imports": sorted(row.module for row in rows),
        "database": "database" in service.access,
    }
