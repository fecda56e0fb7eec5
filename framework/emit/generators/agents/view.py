"""Few rows, for these files are read at the start of every conversation; what is complete stands in generated pages."""

from framework.ir import Domain, Project, Service

MOST_SERVICES = 20
MOST_DOMAINS = 8


def services(project: Project) -> tuple[Service, ...]:
    return project.services[:MOST_SERVICES]


def domains(service: Service) -> tuple[Domain, ...]:
    return service.domains[:MOST_DOMAINS]


def rest(service: Service) -> int:
    """How many domains are not shown."""
    return len(service.domains[MOST_DOMAINS:])
