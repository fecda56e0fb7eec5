"""The kinds of spec files: where each lies and what it is for. The reference and the schemas are made of these rows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """`paths` have `<service>`, `<domain>` and `<any>` where a name of the author's stands. `.yml` is read too."""

    name: str
    paths: tuple[str, ...]
    doc: str


ROWS = (
    Kind("services", ("services.yaml",), "the registry: which services there are"),
    Kind(
        "models",
        ("shared/spec/models.yaml", "shared/spec/models/<any>.yaml",
         "services/<service>/spec/models.yaml", "services/<service>/spec/models/<any>.yaml"),
        "models, enums and named types; under `shared` for every service, under a service for it alone",
    ),
    Kind("events", ("shared/spec/events.yaml", "shared/spec/events/<any>.yaml"), "the catalogue of events"),
    Kind("errors", ("shared/spec/errors.yaml",), "the errors that operations may declare"),
    Kind("service", ("services/<service>/spec/service.yaml",), "what a service consumes, may reach and exposes"),
    Kind("manifest", ("services/<service>/spec/manifest.yaml",), "the older form of `consumes` in service.yaml"),
    Kind(
        "domain",
        ("services/<service>/spec/routers/<domain>.yaml", "services/<service>/spec/<domain>.yaml"),
        "the operations of one domain",
    ),
)  # fmt: skip

KINDS = {row.name: row for row in ROWS}
