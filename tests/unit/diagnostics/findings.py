"""One report with all that a renderer can meet, and what each makes of it.

A unit test and not a folder of specs: no spec gives a file name that is no Unicode, or a fix of two files.
`python -m tests.unit.diagnostics.findings` accepts what the renderers make today.
"""

from collections.abc import Sequence
from pathlib import Path

from framework.diagnostics import Code, Diagnostic, Edit, Fix, Related, Span, github, json, replace, sarif, text

EXPECTED = Path(__file__).parent / "expected"

UNKNOWN = Code(
    "LOW001",
    "unknown-model",
    "no model named '{name}'",
    "An operation answers with a model, so the model has to be declared.",
    "declare the model, or correct the name",
    "# services/backend/spec/routers/users.yaml\noperations: {get: {output: UserReed}}",
    "# services/backend/spec/routers/users.yaml\noperations: {get: {output: UserRead}}",
)
OLD = Code("SPC009", "old-form", "`{name}` is an older form", "It may go one day.", "use today's", severity="warning")

USERS = "services/backend/spec/routers/users.yaml"
MODELS = "shared/spec/models.yaml"
UNUSUAL = "ab:,%`\t\n\r\x00\x1b\x85\u0301\u200d\u2028\u202e\ud800\udcff\ufeff名😀"
"""What a text may hold that a terminal, a pipe or a format takes amiss; half pairs come with names of files."""

ODD = "services/back\udcffend/spec/a b,c%.yaml"

FILES = {
    USERS: [
        "operations:",
        "  get_user:",
        "    output: UserReed   # 用户",
        "\tpath: 日本語 ключ",
        "x" * 300 + "Y" + "z" * 300,
    ],
    MODELS: ["models:", "  User: {}", "    a: 1", "    b: 2"],
}

SAMPLE = [
    Diagnostic(
        UNKNOWN,
        Span(USERS, 3, 13, 3, 21),
        "no model named 'UserReed'",
        "did you mean 'UserRead'?",
        (Related(Span(MODELS, 2, 3, 2, 7), "declared here"),),
        replace(Span(USERS, 3, 13, 3, 21), "UserRead"),
    ),
    Diagnostic(OLD, Span(USERS, 4, 8, 4, 11), "`path` is an older form", "50%: use\nroute, or: nothing"),
    Diagnostic(UNKNOWN, Span(USERS, 5, 301, 5, 302), "no model named 'Y'", "declare the model"),
    Diagnostic(
        OLD,
        Span(MODELS, 2, 3, 4, 9),
        "`User` is an older form",
        "use today's",
        (),
        Fix((Edit(MODELS, (2, 3), (2, 7), "Person"), Edit(USERS, (1, 1), (1, 1), "# moved\n")), safe=False),
    ),
    Diagnostic(UNKNOWN, Span(ODD), "no model named '\x1b[31mred\u202e'", ""),
]


def lines(path: str) -> Sequence[str]:
    return FILES.get(path, ())


def rendered() -> dict[str, str]:
    return {
        "report.txt": text.render(SAMPLE, lines),
        "color.txt": text.render(SAMPLE[:2], lines, text.Style(color=True, width=60)),
        "report.json": json.render(SAMPLE, 4, {"changes": []}),
        "github.txt": github.render(SAMPLE, "apps/shop/"),
        "report.sarif": sarif.render(SAMPLE),
    }


if __name__ == "__main__":
    EXPECTED.mkdir(exist_ok=True)
    for name, made in rendered().items():
        (EXPECTED / name).write_text(made, encoding="utf-8", newline="\n")
