"""From a project to files. Unit tests: the names and orders that `lower` would refuse or never give."""

import json
from collections.abc import Iterator
from typing import cast

import pytest

import framework.emit as stage
from framework.catalogue import collect
from framework.diagnostics import Report, Span
from framework.emit import Artifact, Generator, emit
from framework.emit.generators.editors.view import patterns
from framework.ir import Domain, Name, Operation, Project, Rest, Service, tie
from framework.spec import FILES
from framework.spec.kinds import ROWS

HERE = Span("services.yaml")
HOSTILE = "a | b\n# c <script> `d` [e](f) {{ 7 * 7 }} {% raw %}"


def project(domains: int = 1, words: str = HOSTILE) -> Project:
    service = Service(Name.of("backend"), "python-fastapi", HERE, words, folder="services/backend")
    made = []
    for number in range(domains):
        path = f"services/backend/spec/routers/d{number}.yaml"
        domain = Domain(Name.of(f"d{number}"), service, path, HERE)
        operation = Operation(Name.of("do_it"), "do_it", domain, HERE, words, rest=Rest("GET", "/", "/", "/", 200))
        tie(domain, operations=(operation,))
        made.append(domain)
    tie(service, domains=tuple(made))
    return Project((service,), (), (), (), (), ())


def test_what_comes_out() -> None:
    files = emit(project(), Report())
    generators = ("agents", "editors", "pages")
    made = {path for path, file in files.items() if file.generator in generators}
    assert {path for path in made if not path.startswith(".autogen/schemas/")} == {
        ".vscode/extensions.json", ".vscode/settings.json", "AGENTS.md", "services/backend/AGENTS.md",
        "services/backend/src/generated/OPERATIONS.md", "shared/generated/SYSTEM.md",
    }  # fmt: skip
    assert {f".autogen/schemas/{kind}.json" for kind in FILES} < set(files)
    owned = {path for path, file in files.items() if file.kind == "owned"}
    homes = ("generated/", ".autogen/schemas/", ".env.example")
    assert all(any(home in path for home in homes) for path in owned)
    assert list(files) == sorted(files)
    assert len({file.id for file in files.values()}) == len(files)


def test_words_of_a_spec_stay_words() -> None:
    files = emit(project(), Report())
    rows = [line for line in files["shared/generated/SYSTEM.md"].text.splitlines() if "backend" in line]
    assert rows[0].startswith(
        "| `backend` | python-fastapi | a \\| b \\# c \\<script\\> \\`d\\` \\[e\\](f) {{ 7 \\* 7 }}"
    )
    assert rows[0].replace("\\|", "").count("|") == 6


@pytest.mark.parametrize("domains", [0, 1, 8, 9, 300])
def test_what_agents_read_stays_short(domains: int) -> None:
    files = emit(project(domains), Report())
    assert files["AGENTS.md"].text.count("\n") <= 60
    page = files["services/backend/AGENTS.md"].text
    assert page.count("\n") <= 25
    assert ("and 292 more" in page) == (domains == 300)


def test_a_service_without_operations_has_no_page() -> None:
    assert "services/backend/src/generated/OPERATIONS.md" not in emit(project(0), Report())


def test_every_file_of_the_language_has_its_schema_in_the_editor() -> None:
    settings = json.loads(emit(project(), Report())[".vscode/settings.json"].text)
    schemas = settings["yaml.schemas"]
    assert set(schemas) == {f".autogen/schemas/{kind}.json" for kind in FILES}
    globs = [glob for found in schemas.values() for glob in found]
    assert len(globs) == len(set(globs))
    assert all(patterns(row) for row in ROWS)


def test_a_generator_is_named_as_its_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    found = collect(stage.GENERATORS, "GENERATOR")  # type: ignore[attr-defined]  # a catalogue holds objects
    assert {"agents", "editors", "pages", "schemas", "routers"} < set(found)
    assert all(cast(Generator, generator).name == name for name, generator in found.items())

    def nothing(project: Project, report: Report) -> Iterator[Artifact]:
        yield from ()

    monkeypatch.setattr("framework.catalogue.collect", lambda package, name: {"pages": Generator("page", nothing)})
    with pytest.raises(LookupError, match="named 'page'"):
        emit(project(), Report())
