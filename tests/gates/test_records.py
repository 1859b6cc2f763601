"""Decision records have one form, and what they promise as confirmation exists."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import pytest

from tests.gates.sources import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ROOT / "docs/decisions"
RECORDS = sorted(FOLDER.glob("0*.md"))
SECTIONS = ["Context", "Decision", "Consequences", "Confirmation"]
_PATH = re.compile(r"`((?:tests|src|typings|benchmarks|docs)/[\w./-]+)`")


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.stem)
def test_a_record_has_the_form(record: Path) -> None:
    text = record.read_text()
    assert text.startswith(f"# {int(record.name[:4])}. ")
    assert re.search(r"^- Status: (accepted|superseded by \[\d+\]\(\S+\))$", text, flags=re.MULTILINE)
    assert re.findall(r"^## (.+)$", text, flags=re.MULTILINE) == SECTIONS


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.stem)
def test_what_confirms_a_record_exists(record: Path) -> None:
    confirmation = record.read_text().rpartition("## Confirmation")[2]
    named = _PATH.findall(confirmation)
    assert named or "ontract `" in confirmation or "Comes with" in confirmation
    later = re.findall(r"`(tests/vectors)`", confirmation)
    assert [path for path in named if not (ROOT / path).exists() and path not in later] == []


def test_records_are_numbered_without_gaps_and_listed() -> None:
    assert [int(record.name[:4]) for record in RECORDS] == list(range(1, len(RECORDS) + 1))
    index = (FOLDER / "README.md").read_text()
    assert [record.name for record in RECORDS if f"({record.name})" not in index] == []


def test_every_dependency_has_its_reason_and_licence() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    texts = project["dependencies"] + project["optional-dependencies"]["test"]
    wanted = {re.split(r"[<>=~!\[]", text)[0] for text in texts}
    record = next(FOLDER.glob("*-dependencies.md")).read_text()
    rows = re.findall(r"^\| `([^`]+)` \| [^|]+ \| [^|]+ \|$", record, flags=re.MULTILINE)
    assert set(rows) == wanted
