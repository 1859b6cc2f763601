"""The commands on plan files that other programs made: one of each kind, and the example that comes with Headway."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from headway.cli import app
from tests.gates.sources import ROOT

if TYPE_CHECKING:
    from pathlib import Path

EXAMPLE = ROOT / "examples/village-hall.xml"
MOST_BYTES = 400_000
KINDS = (".mpp", ".xer", ".xml", ".mpx")


def answer(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = app.run([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def as_data(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    code, out, err = answer(capsys, *arguments, "--json")
    assert code == 0, err
    return msgspec.json.decode(out)


def smallest(cases: Path, kind: str) -> Path:
    """The first case file of a kind, by name, that is quick to read."""
    found = sorted(path for path in (cases / "plans").rglob(f"*{kind}") if path.stat().st_size < MOST_BYTES)
    assert found, f"no small case file ends in {kind}"
    return found[0]


@pytest.mark.parametrize("kind", KINDS)
def test_a_real_file_through_the_commands(
    cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    path = smallest(cases, kind)
    counts = as_data(capsys, "inspect", path)["counts"]
    scheduled = as_data(capsys, "schedule", path)
    assert scheduled["status"] in ("ok", "partial")
    assert sum(not task["summary"] for task in scheduled["tasks"]) == counts["tasks"]
    last = max((task for task in scheduled["tasks"] if task["finish"]), key=lambda task: str(task["finish"]))
    assert as_data(capsys, "explain", path, last["unique_id"])["task"]["unique_id"] == last["unique_id"]
    code, _, err = answer(capsys, "report", path, "-o", tmp_path / "plan.html")
    assert code == 0, err
    assert "</html>" in (tmp_path / "plan.html").read_text(encoding="utf-8")


def test_the_example_has_the_dates_it_was_saved_with(capsys: pytest.CaptureFixture[str]) -> None:
    found = as_data(capsys, "compare", EXAMPLE)
    assert found["share"] == 1.0, found["differences"]
    assert found["rules"] == "msproject"


def test_a_damaged_file_is_an_error_with_a_way_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "half.xml"
    path.write_bytes(EXAMPLE.read_bytes()[:3_000])
    code, out, err = answer(capsys, "schedule", path)
    assert (code, out) == (3, "")
    assert "half.xml" in err
    assert "Traceback" not in err
