"""`services.yaml`, the registry; `service.yaml`, what one service exposes and uses; `manifest.yaml`, its older form."""

from typing import Any, ClassVar, Literal

from framework.spec.setting import Setting
from framework.spec.shape import Flag, Shape, Text, Version, key

Type = Literal["python-fastapi", "python-faststream", "python", "node", "celery-worker", "default"]
Condition = Literal["service_started", "service_healthy", "service_completed_successfully"]
Access = Literal["database", "cache", "storage", "broker", "internet"]
Exposed = Literal["rest", "events"]


class Service(Shape):
    HOLES: ClassVar[dict[str, Any]] = {"name": "", "type": "default"}

    name: Text = key("the name of the service and of its folder: [a-z][a-z0-9_]*", "backend")
    type: Type = key("what runs it", "python-fastapi")
    description: Text | None = key("what the service is for", "REST API", None)
    depends_on: dict[str, Condition] = key("what must run before it", {"db": "service_healthy"}, {})
    profiles: tuple[Text, ...] = key("the compose profiles that it belongs to", ["full"], ())
    dev_template: Flag = key("whether it takes part in the development set-up", True, True)
    scaffold: Flag = key("whether files are written for it that the team then owns", True, True)


class ServicesFile(Shape):
    spec: Version = key("the version of the language", 1, 1)
    version: Any = key("the version of the predecessor's registry, without meaning", 2, None)
    services: tuple[Service, ...] = key("the services", [{"name": "backend", "type": "python-fastapi"}], ())


class Consume(Shape):
    HOLES: ClassVar[dict[str, Any]] = {"service": "", "domain": ""}

    service: Text = key("the service that is called", "backend")
    domain: Text = key("one of its domains", "users")
    operations: tuple[Text, ...] = key("the operations that are called; none named = all", ["get_user"], ())


class Api(Shape):
    title: Text | None = key("the title in OpenAPI", "Book service", None)
    version: Text | None = key("the version of the API", "1.4.0", None)
    prefix: Text = key("what every path of the service begins with", "/api", "")


class ServiceFile(Shape):
    LATER: ClassVar[frozenset[str]] = frozenset({"broker", "architecture"})

    spec: Version = key("the version of the language", 1, 1)
    consumes: tuple[Consume, ...] = key(
        "the operations of other services that this one calls", [{"service": "backend", "domain": "users"}], ()
    )
    access: tuple[Access, ...] | None = key(
        "everything that the service may reach; without it, what its specs use", ["database"], None
    )
    exposes: tuple[Exposed, ...] | None = key("what the service offers to others", ["rest"], None)
    settings: dict[str, Setting] = key(
        "the variables of its environment, by name", {"PAGE_SIZE": {"type": "int", "default": 20}}, {}
    )
    api: Api | None = key("the head of its OpenAPI document", {"title": "Book service", "version": "1.4.0"}, None)


class ManifestFile(Shape):
    spec: Version = key("the version of the language", 1, 1)
    consumes: tuple[Consume, ...] = key(
        "the operations of other services that this one calls", [{"service": "backend", "domain": "users"}], ()
    )
