"""A large workspace, made by rule: the same on every machine, valid, and with everything that costs a compiler time."""

from dataclasses import dataclass
from pathlib import Path

PER_FILE = 20
PER_DOMAIN = 10


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is: `domains` in each service, PER_DOMAIN operations in each domain, and the shared models."""

    services: int
    domains: int
    models: int

    @property
    def numbers(self) -> range:
        return range(self.services * self.domains)

    @property
    def operations(self) -> int:
        return len(self.numbers) * PER_DOMAIN


LARGE, HUGE = Size(20, 15, 200), Size(20, 25, 1000)

MODEL = """\
  {name}:
    description: Thing number {number} of the benchmark.
    fields:
      id: {{type: uuid, readonly: true}}
      title: {{type: string, min_length: 1, max_length: 200, description: What people call it}}
      price: {{type: decimal, ge: 0, digits: 10, places: 2}}
      state: {{type: enum, values: [new, in-progress, done], default: new}}
      tags: {{type: "list[string]", default: [], max_items: 20}}
      note: {{type: string, optional: true, max_length: 2000}}
      made_at: {{type: datetime, readonly: true}}
      pages: int
{reference}    variants:
      Create: {{}}
      Update: {{optional: "*"}}
      Read: {{}}
"""
DOMAIN = """\
domain: {domain}
rest: {{prefix: /{slug}, tags: [{domain}]}}
operations:
  create_{domain}:
    summary: Make one
    input: {model}Create
    output: {model}Read
    errors: [taken]
    rest: {{method: POST, path: ""}}
    events: {{publish_on_success: {domain}_made}}
  list_{domain}:
    summary: All of them, the newest first
    output: list[{model}Read]
    params:
      - {{name: state, type: {model}State, source: query, required: false}}
      - {{name: limit, type: int, source: query, default: 20, ge: 1, le: 100}}
    rest: {{method: GET, path: ""}}
  get_{domain}:
    output: {model}Read
    params: [{{name: item_id, type: uuid}}]
    errors: [missing]
    rest: {{method: GET, path: "/{{item_id}}"}}
  update_{domain}:
    input: {model}Update
    output: {model}Read
    params: [{{name: item_id, type: uuid}}, {{name: if_match, source: header, required: false}}]
    errors: [missing, taken]
    rest: {{method: PATCH, path: "/{{item_id}}"}}
  delete_{domain}:
    params: [{{name: item_id, type: uuid}}]
    errors: [missing]
    rest: {{method: DELETE, path: "/{{item_id}}"}}
  heard_{domain}:
    input: {heard_model}Read
    events: {{subscribe: {heard}_made}}
"""
EXTRA = """\
  {verb}_{domain}:
    output: {model}Read
    params: [{{name: item_id, type: uuid}}]
    errors: [missing]
    rest: {{method: POST, path: "/{{item_id}}/{verb}", status: 200}}
"""
VERBS = ("archive", "publish", "copy", "lock")


def make(root: Path, size: Size = LARGE) -> None:
    """Lay the workspace at a folder that is not there yet."""
    write(
        root / "services.yaml",
        "services:\n" + "".join(f"  - {{name: {name}, type: python-fastapi}}\n" for name in names(size)),
    )
    for first in range(0, size.models, PER_FILE):
        body = "".join(model(number, size) for number in range(first, first + PER_FILE))
        write(root / f"shared/spec/models/part_{first:03}.yaml", f"models:\n{body}")
    events = "".join(
        f"  {domain(n)}_made: {{message: {thing(n, size)}Read, publish: true, subscribe: true}}\n" for n in size.numbers
    )
    write(root / "shared/spec/events.yaml", f"events:\n{events}")
    write(
        root / "shared/spec/errors.yaml",
        "errors:\n  missing: {status: 404, title: There is none}\n"
        "  taken: {status: 409, title: The title is taken, detail: {wanted: string}}\n",
    )
    for number in size.numbers:
        write(spec(root, number, size), operations(number, size))
    for place, name in enumerate(names(size)):
        write(root / f"services/{name}/spec/service.yaml", consumes(place, size))


def spec(root: Path, number: int, size: Size = LARGE) -> Path:
    return root / f"services/{names(size)[number // size.domains]}/spec/routers/{domain(number)}.yaml"


def names(size: Size = LARGE) -> list[str]:
    return [f"service_{number:02}" for number in range(size.services)]


def domain(number: int) -> str:
    return f"things_{number:03}"


def thing(number: int, size: Size) -> str:
    return f"Thing{number % size.models:03}"


def model(number: int, size: Size) -> str:
    """Every model but the first refers to the one before it, and every tenth to itself."""
    before, own = thing(number - 1, size), thing(number, size)
    reference = f"      before: {{type: {before}, optional: true, readonly: true}}\n" if number else ""
    if number % 10 == 0:
        reference += f"      inner: {{type: 'list[{own}]', default: [], readonly: true}}\n"
    return MODEL.format(name=own, number=number, reference=reference)


def operations(number: int, size: Size) -> str:
    heard = (number + 1) % len(size.numbers)
    values = {"domain": domain(number), "slug": domain(number).replace("_", "-"), "model": thing(number, size)}
    text = DOMAIN.format(**values, heard=domain(heard), heard_model=thing(heard, size))
    return text + "".join(EXTRA.format(**values, verb=verb) for verb in VERBS)


def consumes(place: int, size: Size) -> str:
    """Each service calls the next one: a few operations of one domain, and all of another."""
    following = (place + 1) % size.services
    first = following * size.domains
    provider, one, other = names(size)[following], domain(first), domain(first + 1)
    return (
        "consumes:\n"
        f"  - {{service: {provider}, domain: {one}, operations: [get_{one}, list_{one}]}}\n"
        f"  - {{service: {provider}, domain: {other}}}\n"
    )


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
