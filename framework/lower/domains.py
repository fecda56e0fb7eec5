"""Domains: one for each router file, under the name of the file."""

from typing import Any

from framework.diagnostics import Code, Related, replace
from framework.ir import Domain, tie
from framework.lower.draft import Draft
from framework.lower.names import identifier, name_of
from framework.lower.services import prefix
from framework.source import At
from framework.spec import Sheet
from framework.spec.operation import DomainFile, DomainRest

DUPLICATE_DOMAIN = Code(
    "LOW100",
    "duplicate-domain",
    "the domain '{name}' of '{service}' has two files",
    "A domain is one file; two of them would each become the same router and the same controller.",
    "merge them into services/{service}/spec/routers/{name}.yaml",
    "# services/backend/spec/routers/books.yaml\noperations: {ping: {rest: {method: GET, path: /ping}}}\n"
    "# services/backend/spec/books.yaml\noperations: {pong: {rest: {method: GET, path: /pong}}}",
    "# services/backend/spec/routers/books.yaml\n"
    "operations: {ping: {rest: {method: GET, path: /ping}}, pong: {rest: {method: GET, path: /pong}}}",
)
DOMAIN_MISMATCH = Code(
    "LOW101",
    "domain-mismatch",
    "`domain: {found}` stands in the file of the domain '{name}'",
    "The name of the file counts; another name inside it was never read and misleads.",
    "write `domain: {name}`, or remove the line",
    "# services/backend/spec/routers/books.yaml\n"
    "domain: titles\noperations: {ping: {rest: {method: GET, path: /ping}}}",
    "# services/backend/spec/routers/books.yaml\ndomain: books\noperations: {ping: {rest: {method: GET, path: /ping}}}",
    severity="warning",
)
CLASS_TWIN = Code(
    "LOW102",
    "domain-twin",
    "the domains '{name}' and '{other}' would share the class {pascal}Controller, or a file",
    "Controllers and Protocols are found by the name of their domain.",
    "rename one of the two files",
    "# services/backend/spec/routers/my_books.yaml\noperations: {ping: {rest: {method: GET, path: /ping}}}\n"
    "# services/backend/spec/routers/my__books.yaml\noperations: {pong: {rest: {method: GET, path: /pong}}}",
    "# services/backend/spec/routers/my_books.yaml\n"
    "operations: {ping: {rest: {method: GET, path: /ping}}, pong: {rest: {method: GET, path: /pong}}}",
)


def domains(draft: Draft) -> None:
    sheets = sorted(draft.spec.each(DomainFile), key=lambda sheet: (str(sheet.service), sheet.name, sheet.at.file))
    twins: dict[tuple[str, str], Domain] = {}
    for sheet in sheets:
        service, name = str(sheet.service), sheet.name
        known = draft.domains.get((service, name))
        if known is not None:
            related = [Related(known.span, "the other file")]
            draft.report.add(DUPLICATE_DOMAIN, sheet.at.key, name=name, service=service, related=related)
            continue
        domain = _domain(draft, sheet, service)
        other = twins.setdefault((service, domain.name.pascal.lower()), domain)
        if other is not domain:
            values: dict[str, Any] = {"name": name, "other": other.name.text, "pascal": domain.name.pascal}
            draft.report.add(CLASS_TWIN, sheet.at.key, related=[Related(other.span, "the other file")], **values)
    for owner in draft.services.values():
        tie(owner, domains=tuple(domain for domain in draft.domains.values() if domain.service is owner))


def _domain(draft: Draft, sheet: Sheet[DomainFile], service: str) -> Domain:
    identifier(draft, sheet.name, At(sheet.at.file, ((1, 1, 1, 1), None, None)), "a domain (the name of this file)")
    if sheet.body.domain not in (None, sheet.name):
        at = sheet.at["domain"]
        fix = replace(at.value, sheet.name) if sheet.name.isidentifier() else None
        draft.report.add(DOMAIN_MISMATCH, at.value, found=sheet.body.domain, name=sheet.name, fix=fix)
    rest = sheet.body.rest or DomainRest()
    placed = prefix(draft, rest.prefix, sheet.at["rest"]["prefix"]) and draft.sound(sheet.at["rest"])
    domain = Domain(name_of(sheet.name), draft.services[service], sheet.at.file, sheet.at.key, rest.prefix, rest.tags)
    draft.domains[service, sheet.name] = domain
    if not placed:
        draft.unplaced.add(id(domain))
    return domain
