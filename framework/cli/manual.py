"""The reference of the command and of the codes as Markdown, from the parsers and the codes themselves."""

from argparse import Action
from collections.abc import Iterable, Sequence

from framework.cli.command import Command
from framework.cli.parser import EXAMPLE, EXITS, build, children, described
from framework.diagnostics import Code, page

ALLOW = (
    "`autogen lint` reports them. A finding is allowed by `# allow: CODE until YYYY-MM-DD -- reason`, "
    "on its line or on a line of its own above, within the budget of `.autogen/allowances`; nothing else silences one."
)


def command(commands: Sequence[Command]) -> str:
    """Every verb with its options and examples."""
    parser = build(commands)
    verbs = children(parser)
    shared = [action for action in described(parser) if action.dest != "version"]
    common = {action.dest for action in shared}
    rows = [(f"[`autogen {one.name}`](#autogen-{one.name})", one.help) for one in commands]
    blocks = [
        "# The command",
        _fenced(EXAMPLE),
        _table(("Verb", "Does"), rows),
        "## Global options",
        "They stand before the verb or behind it.",
        _table(("Option", "Meaning"), [_row(action) for action in shared]),
    ]
    for one in commands:
        own = [action for action in described(verbs[one.name]) if action.dest not in common]
        blocks += [f"## `autogen {one.name}`", f"{one.help[:1].upper()}{one.help[1:]}.", _fenced(one.example)]
        blocks += [_table(("Argument", "Meaning"), [_row(action) for action in own])] if own else []
    exits = [(f"{code}", meaning) for code, meaning in EXITS.items()]
    return "\n\n".join([*blocks, "## Exit codes", _table(("Exit", "Meaning"), exits)]) + "\n"


def rules(codes: Iterable[Code]) -> str:
    """The rules of the guard, from their docstrings, and every other code that a diagnostic can carry."""
    known = list(codes)
    rows = [(f"`{code.id}`", f"`{code.name}`", page.literal(code.what)) for code in known if code.what]
    others = [
        (f"`{code.id}`", f"`{code.name}`", code.severity, page.literal(page.open_words(code.message)))
        for code in known
        if not code.what
    ]
    blocks = [
        "# Rules and codes",
        "`autogen explain CODE` prints the page of a code, with an example of the fault and of its repair.",
        "## Rules of the guard",
        ALLOW,
        _table(("Code", "Name", "What it does"), rows),
        "## Codes of the specs and of the files",
        _table(("Code", "Name", "Severity", "Message"), others),
    ]
    return "\n\n".join(blocks) + "\n"


def _row(action: Action) -> tuple[str, str]:
    value = action.metavar if isinstance(action.metavar, str) else "|".join(action.choices or ())
    if action.option_strings:
        words = ", ".join(action.option_strings) + (f" {value}" if action.nargs != 0 and value else "")
    else:
        words = {"*": f"{value}…", "?": f"[{value}]"}.get(str(action.nargs), value)
    return f"`{words}`", action.help or ""


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def _fenced(lines: str) -> str:
    return f"```\n{lines}\n```"
