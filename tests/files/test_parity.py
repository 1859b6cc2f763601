"""The dates we compute for real plan files agree with those the files saved: file by file, never less than before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.files.parity.agreement import Agreement, causes, expected, is_held_back, measure, total
from tests.files.reading import index_of, read_rows

if TYPE_CHECKING:
    from pathlib import Path

MOST_CAUSES = 14
"""Files that are not exact, each with its cause; lower this with the list."""


@pytest.fixture(scope="module")
def index(cases: Path) -> dict[str, dict[str, str]]:
    return {row["file"]: row for row in index_of(cases)}


@pytest.fixture(scope="module")
def measured(cases: Path) -> dict[str, Agreement]:
    return measure(read_rows(cases, index_of(cases)))


def test_files_of_class_a_are_exact(index: dict[str, dict[str, str]], measured: dict[str, Agreement]) -> None:
    missed = [found.line(name) for name, found in measured.items() if index[name]["class"] == "A" and not found.exact]
    assert not missed, f"these were exact, and must be: {missed}"


def test_no_file_agrees_less_than_before(measured: dict[str, Agreement]) -> None:
    floors = expected()
    lower = [
        f"{floors[name].line(name)}, but now {found}"
        for name, found in measured.items()
        if name in floors
        and (found.all_fields < floors[name].all_fields or found.start_finish < floors[name].start_finish)
    ]
    assert not lower, "\n".join(lower)


def test_a_gain_is_kept(measured: dict[str, Agreement]) -> None:
    """A file that agrees better than expected, or is new, raises the expectation for good."""
    floors = expected()
    gains = [found.line(name) for name, found in measured.items() if floors.get(name) != found]
    assert not gains, "put these into tests/files/parity/expected.toml:\n" + "\n".join(gains)


def test_what_is_not_exact_has_its_cause(measured: dict[str, Agreement]) -> None:
    listed = causes()
    silent = [name for name, found in measured.items() if not found.exact and name not in listed]
    assert not silent, f"say why in tests/files/parity/causes.toml: {silent}"


def test_the_list_of_causes_only_shrinks(measured: dict[str, Agreement]) -> None:
    listed = causes()
    mended = [name for name, found in measured.items() if found.exact and name in listed]
    assert not mended, f"exact by now, take them off tests/files/parity/causes.toml: {mended}"
    assert len(listed) <= MOST_CAUSES
    assert all(cause.endswith(".") and len(cause) > 20 for cause in listed.values())


def test_files_held_back_do_not_fall_far_behind(
    index: dict[str, dict[str, str]], measured: dict[str, Agreement]
) -> None:
    """Rules made from two thirds of the files hold on the third that nobody looked into: no rule fits one file only."""
    consistent = {name: found for name, found in measured.items() if index[name]["class"] in ("A", "B")}
    unseen = total(found for name, found in consistent.items() if is_held_back(name))
    seen = total(found for name, found in consistent.items() if not is_held_back(name))
    assert unseen.all_fields / unseen.tasks > seen.all_fields / seen.tasks - 0.05
