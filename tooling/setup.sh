#!/bin/sh
# Finds a Python that can run tooling/setup.py and hands over to it. A shell script, because it has to say its one
# sentence on a machine without any Python too. PYTHON=/path/to/python skips the search.
cd "$(dirname "$0")/.." || exit 2

needed=$(sed -n 's/^requires-python = "\(.*\)"$/\1/p' pyproject.toml)
refused=""
for candidate in ${PYTHON:-.venv/bin/python python3 python3.13 python3.12 python3.11 python}; do
    command -v "$candidate" >/dev/null 2>&1 || continue
    answer=$("$candidate" tooling/setup.py --fit 2>/dev/null)
    case $? in
        0) exec "$candidate" tooling/setup.py ;;
        1) refused=${refused:-$answer} ;;    # another version: the first one found is named
        3) refused=$answer && break ;;       # only a module is missing: the shorter way
    esac
done

echo "setup: ${refused:-Autogen needs Python $needed, and none was found}." >&2
exit 2
