"""What makes an editor read the schemas: written where there is nothing yet, and the team's own from then on."""

import json

from framework.emit.generators.editors import view

SETTINGS = ".vscode/settings.json"
EXTENSIONS = ".vscode/extensions.json"


def files() -> dict[str, str]:
    """The files by their path from the root, as `autogen generate` writes them too."""
    values = {SETTINGS: view.settings(), EXTENSIONS: view.EXTENSIONS}
    return {path: json.dumps(value, indent=2) + "\n" for path, value in values.items()}
