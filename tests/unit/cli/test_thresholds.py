"""Files of thresholds: read, or refused with the file, the place and the mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from headway.cli.failures import BadFileError
from headway.cli.thresholds import load_thresholds
from tests.gates.sources import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "thresholds.toml"


def test_a_file_gives_thresholds_by_rule(file: Path) -> None:
    file.write_text("[dcma-01]\nmost_percent = 10 # we allow more\n\n[population]\nleave_out_milestones = false\n")
    found = load_thresholds(file)
    assert found.of("dcma-01") == {"most_percent": 10}
    assert not found.population.leave_out_milestones


def test_a_file_from_a_windows_editor_is_read(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf[dcma-01]\r\nmost_percent = 10\r\n")
    assert load_thresholds(file).of("dcma-01") == {"most_percent": 10}


def test_an_empty_file_changes_nothing(file: Path) -> None:
    file.write_text("")
    assert load_thresholds(file).settings == {}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"[dcma-01\n", "is no TOML: .*line 1"),
        (b"[dcma-01]\nmost_percent = 5 %\n", "is no TOML: .*line 2"),
        (b"\xff\xfe", "is no text in UTF-8"),
        (b"[dcma-99]\n", "There is no rule 'dcma-99'"),
        (b"[dcma-01]\nmost_percent = 'few'\n", r"\[dcma-01\] most_percent is 'few', not a number"),
        (b"#" * 1_000_001, "is no file of thresholds"),
        (b"\xff" * 1_000_001, "is no file of thresholds"),
        (b"[dcma-12]\ndays = 1e300\n", "more than 10,000 working days"),
    ],
)
def test_a_bad_file_is_named_with_what_is_wrong(file: Path, data: bytes, words: str) -> None:
    file.write_bytes(data)
    with pytest.raises(BadFileError, match=words) as caught:
        load_thresholds(file)
    assert "thresholds.toml" in caught.value.message
    assert caught.value.mend


def test_a_missing_file_is_named(file: Path) -> None:
    with pytest.raises(BadFileError, match=r"thresholds\.toml cannot be read"):
        load_thresholds(file)


def test_the_nearest_rule_is_offered(file: Path) -> None:
    file.write_text("[dcma-1]\n")
    with pytest.raises(BadFileError) as caught:
        load_thresholds(file)
    assert "dcma-01" in caught.value.candidates


def test_the_file_in_the_guide_is_one(file: Path) -> None:
    guide = (ROOT / "docs/howto/set-your-own-thresholds.md").read_text(encoding="utf-8")
    file.write_text(guide.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    found = load_thresholds(file)
    assert found.off == {"round-estimates"}
    assert found.of("over-allocation") == {"days": 2.5}
    assert not found.population.leave_out_milestones
