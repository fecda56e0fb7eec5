"""The entry that a finding asks for is one that the compiler takes. A unit test: the case folders hold its words."""

import re
import shutil
from pathlib import Path

import pytest

from tests.case import compiled
from tests.guarded import BASE, guarded

FIELDS = """\
    a: str
    b: int = 3
    c: float | None = None
    d: Optional[Decimal] = None
    e: datetime
    f: "uuid.UUID"
    g: list[str]
    h: dict[str, int]
    i: Annotated[str, Field(min_length=1)]
    j: Literal["new", "old"]
    k: EmailStr
    l: list[list[int]]
    m: Union[int, None]
    n: Any
    o: set[str]
    p: something.unknown[3]
    q: ClassVar[int] = 3
    _r: int = 3
    s: "not a type ("
"""
MADE = {
    "class": f"from pydantic import *\n\n\nclass Made(BaseModel):\n{FIELDS}",
    "empty": "from pydantic import *\n\n\nclass Made(BaseModel):\n    pass\n",
    "call": 'from pydantic import *\nMade = create_model("Made", a=(str, ...), b=(list[int], []))\n',
    "schema": "from shared.generated.schemas import Book\n\n\nclass Made(Book):\n    loud: bool\n",
    "dataclass": "from pydantic.dataclasses import dataclass\n\n\n@dataclass\nclass Made:\n    a: str\n",
}


@pytest.mark.parametrize("made", MADE.values(), ids=MADE)
def test_an_entry_compiles(made: str, tmp_path: Path) -> None:
    root = Path(shutil.copytree(BASE, tmp_path / "workspace"))
    (root / "services/backend/src/made.py").write_text(made, encoding="utf-8")
    entry = re.search(r"under `models:` the entry `(Made: .*?)`", "".join(found.hint for found in guarded(root)))
    assert entry is not None
    with (root / "shared/spec/models.yaml").open("a", encoding="utf-8") as models:
        models.write(f"  {entry.group(1)}\n")
    assert [found.message for found in compiled(root)] == []


def test_an_operation_compiles(tmp_path: Path) -> None:
    root = Path(shutil.copytree(BASE, tmp_path / "workspace"))
    text = 'from .main import app\n\n\n@app.get("/shelves/{number}/{name:path}")\nasync def get_shelf(): ...\n'
    (root / "services/backend/src/made.py").write_text(text, encoding="utf-8")
    main = "from services.backend.src.generated.app import create_app\n\napp = create_app()\n"
    (root / "services/backend/src/main.py").write_text(main, encoding="utf-8")
    entry = re.search(r"under `operations:` the entry `(.*?)`, with", "".join(found.hint for found in guarded(root)))
    assert entry is not None
    with (root / "services/backend/spec/routers/books.yaml").open("a", encoding="utf-8") as operations:
        operations.write(f"  {entry.group(1)}\n")
    assert [found.message for found in compiled(root)] == []
