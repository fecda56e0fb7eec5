"""From what was written to what is meant: names become objects, and what contradicts itself is said."""

from framework.diagnostics import Report
from framework.ir import Project
from framework.lower.access import access
from framework.lower.clashes import clashes
from framework.lower.consumes import consumes
from framework.lower.declarations import declarations
from framework.lower.directions import directions
from framework.lower.domains import domains
from framework.lower.draft import Draft
from framework.lower.endless import endless
from framework.lower.enums import enums
from framework.lower.errors import errors
from framework.lower.events import events
from framework.lower.links import links
from framework.lower.models import models
from framework.lower.named import named
from framework.lower.operations import operations
from framework.lower.params import params
from framework.lower.routes import routes
from framework.lower.services import services
from framework.lower.settings import settings
from framework.lower.unions import unions
from framework.lower.values import values
from framework.source import SourceTree
from framework.spec import Spec

PASSES = (
    services,
    declarations,
    enums,
    named,
    models,
    errors,
    events,
    domains,
    operations,
    params,
    routes,
    clashes,
    links,
    consumes,
    access,
    settings,
    directions,
    unions,
    endless,
    values,
)
"""In this order: names before types, types before operations, operations before what depends on who uses what."""


def lower(spec: Spec, tree: SourceTree, report: Report) -> Project:
    draft = Draft(spec, tree, report)
    for step in PASSES:
        step(draft)
    return Project(
        tuple(draft.services.values()),
        tuple(made.model for made in draft.models),
        tuple(draft.enums),
        tuple(draft.types),
        tuple(draft.events.values()),
        tuple(draft.errors.values()),
    )
