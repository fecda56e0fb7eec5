"""A workspace of what the examples do not show: every type, with every constraint, in every place."""

from pathlib import Path

from framework.cli.app import main
from tests import page

ODD = """
# shared/spec/models.yaml
enums:
  Colour: {values: [red, "on", "1"], description: Of paint}
  Level: {values: [1, 2, 3], names: [LOW, MIDDLE, HIGH]}
types:
  Rate: {type: decimal, gt: 0, lt: 12.5, places: 3, example: "1"}
  Code: {type: string, pattern: "^[A-Z]+$", max_length: 9, description: A code}
  Percent: {type: int, ge: 0, le: 100}
  Free: {type: string, pattern: "a.b"}
models:
  Cat: {fields: {kind: "literal[cat]", lives: {type: int, default: 9}}}
  Dog: {fields: {kind: "literal[dog, hound]", name: Code}}
  One: {fields: {tag: {type: Level, alias: "the tag"}, level: {type: Level, default: 2}}}
  Node:
    description: "A tree\\nof nodes"
    fields: {next: {type: "Node?", required: false}, below: {type: "list[Node]", default: []}}
  Thing:
    description: All at once
    fields:
      id: {type: uuid, readonly: true}
      i0: int
      i1: {type: int, gt: -5, lt: 5, multiple_of: 3, default: 3, description: A number, example: -3, deprecated: true}
      i2: {type: int, ge: 0, le: 36893488147419103232}
      f0: float
      f1: {type: float, ge: 0, le: 1, default: 0.5}
      d0: decimal
      d1: {type: decimal, ge: -1.5, le: 12, default: 1.5, example: "2.0"}
      d2: {type: Rate, lt: 3}
      d3: {type: decimal, digits: 5}
      d4: {type: decimal, digits: 5, places: 5, default: "0.1"}
      d5: {type: decimal, multiple_of: 0.01, default: 3}
      s0: {type: string, default: ""}
      s1: {type: Code, min_length: 2, optional: true}
      s2: {type: Code, max_length: 4, default: ABC}
      s3: {type: Free, optional: true}
      b0: {type: bool, default: false}
      y0: {type: bytes, default: AAA=}
      y1: {type: bytes, min_length: 2, max_length: 4}
      u0: {type: uuid, optional: true}
      t0: {type: date, default: "2026-01-31"}
      t1: {type: time, default: "12:30:00"}
      t2: {type: datetime, default: "2026-01-31T12:30:00Z"}
      t3: {type: duration, default: P1DT2H3M4S}
      e0: {type: email, max_length: 80, default: a@b.c}
      e1: {type: url, min_length: 9, default: "https://a.b/c"}
      j0: {type: json, default: {a: [1, null]}}
      j1: {type: any, optional: true}
      j2: {type: any}
      c0: {type: enum, values: [x, y], default: x, description: A choice}
      c1: {type: Colour, optional: true, description: Another}
      c2: {type: Level, default: 2}
      c3: {type: "literal[up]", default: up}
      c4: {type: "literal[1, 2]", default: 2}
      c5: {type: "literal[a, 1]"}
      l0: {type: "list[int]", min_items: 1, max_items: 3, unique_items: true, default: [1, 2]}
      l1: {type: "list[Rate?]", default: [1, null]}
      l2: {type: "set[Colour]", default: [red]}
      l3: {type: "list[list[Code]]", default: []}
      m0: {type: "dict[string, int]", min_items: 1, max_items: 2, default: {a: 1}}
      m1: {type: "dict[Code, Rate]", default: {}}
      m2: {type: "dict[uuid, bool]", optional: true}
      m3: {type: "dict[date, float?]", default: {}}
      m4: {type: "dict[Level, any]", default: {}}
      m5: {type: "dict[literal[a, b], Cat]", default: {}}
      m6: {type: "dict[int, datetime]", default: {}}
      m7: {type: "dict[Percent, literal[1, 2]]", default: {}}
      m8: {type: "dict[literal[1, 2], int]", default: {}}
      o0: {type: "Cat | Dog", discriminator: kind}
      o1: {type: "list[Cat | Dog]", discriminator: kind, default: []}
      o2: {type: "Cat | Dog", discriminator: kind, optional: true}
      o3: {type: "int | bool | date | string", optional: true}
      o4: {type: "Code | Cat", default: AB}
      n0: {type: Node, alias: the-node}
      n1: {type: Cat, default: {kind: cat}, description: A cat}
      n2: {type: One, optional: true}
      p0: {type: string, writeonly: true, sensitive: true}
    variants: {Create: {}, Update: {optional: "*"}, Read: {}}
# shared/spec/errors.yaml
errors:
  no_thing: {status: 404, title: No such thing}
  taken: {status: 409, title: Taken, detail: {by: uuid, level: Level, rate: "Rate?"}}
  broken: {status: 409, title: Broken}
  refused: {status: 422, title: Refused}
# services/backend/spec/models.yaml
models:
  Problem: {fields: {text: string}}
# services/backend/spec/service.yaml
api: {title: Odd, version: 2.0.0, prefix: /v1}
# services/backend/spec/routers/things.yaml
rest: {prefix: "/rooms/{room}/things", tags: [things, rooms]}
operations:
  make: {params: [room], input: ThingCreate, output: ThingRead, errors: [taken, broken, refused], rest: {method: POST}}
  make_all:
    params: [room]
    input: "list[ThingCreate]"
    output: "list[ThingRead]"
    rest: {method: POST, path: /all}
  get:
    summary: One thing
    description: "The thing\\nthat is meant"
    params: [room, {name: thing_id, type: uuid, description: Of the thing}]
    output: ThingRead
    errors: [no_thing]
    rest: {method: GET, path: "/{thing_id}"}
  change:
    params: [room, {name: thing_id, type: uuid}]
    input: ThingUpdate
    output: ThingRead
    rest: {method: PATCH, path: "/{thing_id}"}
  say:
    params: [room]
    input: Problem
    output: Problem
    deprecated: true
    rest: {method: PUT, path: /said, status: 202}
  find:
    params:
      - room
      - {name: q, source: query, min_length: 2, max_length: 5, required: false}
      - {name: i, type: int, source: query, required: false}
      - {name: f, type: float, source: query, lt: 2, default: 1.5}
      - {name: d, type: Rate, source: query, required: false}
      - {name: price, type: decimal, source: query, required: false, example: 2}
      - {name: prices, type: "list[Rate]", source: query, default: [1, 2.5], example: [3]}
      - {name: b, type: bool, source: query, default: true}
      - {name: e, type: email, source: query, required: false, description: An address}
      - {name: u, type: url, source: query, required: false, deprecated: true}
      - {name: y, type: bytes, source: query, required: false}
      - {name: t, type: time, source: query, default: "00:00:00"}
      - {name: day, type: date, source: query, example: "2026-01-31", required: false}
      - {name: at, type: datetime, source: query, default: "2026-01-31T12:30:00Z"}
      - {name: long, type: duration, source: query, default: PT1H}
      - {name: level, type: Level, source: query, default: 2}
      - {name: two, type: "literal[1, 2]", source: query, default: 2}
      - {name: way, type: "literal[up]", source: query, required: false}
      - {name: many, type: "list[int]", source: query, default: [1], max_items: 3}
      - {name: some, type: "set[Colour]", source: query, required: false}
      - {name: either, type: "int | date", source: query, required: false}
      - {name: none, type: "int?", source: query, default: null}
      - {name: names, type: "list[Code]", source: header, required: false}
      - {name: version, source: header, alias: X-Version, pattern: "^[0-9]+$"}
      - {name: session_id, source: cookie, alias: sid, type: uuid, required: false}
    rest: {method: PUT, path: /find/it}
# services/backend/spec/routers/others.yaml
operations:
  find: {output: Node, rest: {method: GET, path: /others}}
  turn: {output: "Page[ThingRead]", rest: {method: GET, path: /others/pages}}
"""


def laid(root: Path) -> Path:
    """The workspace, generated."""
    page.lay(ODD.lstrip(), root)
    assert main(["generate", "--root", str(root), "--quiet"]) == 0
    return root
