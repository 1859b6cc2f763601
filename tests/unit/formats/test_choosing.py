"""Several projects in one file, asked for by name, code or number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.formats import ReadResult, UnknownProjectError, read, read_many
from tests.unit.formats.made_files import FILES

if TYPE_CHECKING:
    from pathlib import Path


def test_by_number_without_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "plan.xer"
    path.write_bytes(FILES["plan.xer"])
    result = read(path, 2)
    assert result.plan.project.name == "Road"
    assert [each.code for each in result.projects if each.chosen] == ["TWO"]
    assert result.warnings == ()


def test_by_a_name_that_no_project_has_or_several_have(tmp_path: Path) -> None:
    names = ("plan.xer", "same_name.xer", "plan.mpx")
    for name in names:
        (tmp_path / name).write_bytes(FILES[name])
    unknown, several, other = read_many([tmp_path / name for name in names], "Same")
    assert isinstance(unknown, UnknownProjectError)
    assert unknown.message == "it has no such project; it holds 1: ONE, 2: TWO"
    assert isinstance(several, UnknownProjectError)
    assert several.message == "it has several projects of that name; it holds 1: ONE, 2: TWO"
    assert isinstance(other, UnknownProjectError)
    assert "1: Made" in other.message


def test_own_files_beside_others(tmp_path: Path) -> None:
    (tmp_path / "none.headway").write_bytes(b"")
    (result,) = read_many([tmp_path / "none.headway"])
    assert not isinstance(result, ReadResult)
