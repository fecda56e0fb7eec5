# Made by `autogen generate` from shared/spec/models.yaml. Edit that, not this file.
"""Models that services share."""

from typing import Annotated

from framework.runtime import types as t
from framework.runtime.model import Model
from pydantic import MISSING, Field


class Peer(Model):
    link: "Link | None"
    kids: list["Peer"] = Field(default=[])


class Link(Model):
    n: t.Int
    chain: "Chain | None" = None
    peer: Peer | None = None


class Chain(Model):
    links: Annotated[dict[t.Text, Link | None], t.Entries()]
    maybe: Annotated[Link | t.Int, Field(union_mode="left_to_right")] | MISSING = MISSING
    start: Annotated[list[Link], Field(json_schema_extra={"default": [{"n": 1, "chain": None, "peer": None}]})] = Field(
        default_factory=lambda: [Link(n=1)],
    )


class Leaf(Model):
    name: t.Text


class Uses(Model):
    chain: Chain
    leaf: Leaf = Field(default=Leaf(name="x"))


class Tree(Model):
    value: t.Int
    left: "Tree | None"
    right: "Tree | None"


Peer.model_rebuild()
Link.model_rebuild()
