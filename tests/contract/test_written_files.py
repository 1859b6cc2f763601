"""Files we write hold nothing that P6 or Microsoft Project would stop at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from headway.formats import PlanFileError, WriteResult, write_many
from headway.formats.writing import WRITTEN
from tests.contract.written import mspdi, pmxml, xer
from tests.files.reading import index_of, read_rows
from tests.unit.formats.writing.plans import begun, house, tower
from tests.unit.formats.writing.test_writer import hostile

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from headway.core.plan.plan import Plan

RULES = {"xer": xer.problems, "mspdi": mspdi.problems, "pmxml": pmxml.problems}
BACKWARDS = "project1.planner"
"""A file in which a task starts after its finish, as it does in what we write."""
SAMPLE_STEP = 13
LARGEST_OF_SAMPLE = 120


@pytest.fixture(scope="module")
def house_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """One small plan in each format, in one child process."""
    folder = tmp_path_factory.mktemp("house")
    endings = {"xer": "xer", "mspdi": "xml", "pmxml": "pmxml"}
    results = write_many([(house(), folder / f"house.{ending}") for ending in endings.values()])
    assert all(isinstance(result, WriteResult) for result in results)
    return {known: (folder / f"house.{ending}").read_bytes() for known, ending in endings.items()}


def written(plans: dict[str, Plan], folder: Path, known: str) -> dict[str, bytes]:
    targets = [(plan, folder / f"{number}.{known}") for number, plan in enumerate(plans.values())]
    files = {}
    for name, result in zip(plans, write_many(targets, known), strict=True):
        if isinstance(result, WriteResult):
            files[name] = result.path.read_bytes()
        else:
            assert "no dates" in str(result), result
    return files


def plans_of(cases: Path, rows: Sequence[dict[str, str]]) -> dict[str, Plan]:
    readings = [reading for reading in read_rows(cases, rows) if not isinstance(reading.outcome, PlanFileError)]
    return {reading.name: reading.result.plan for reading in readings if BACKWARDS not in reading.name}


def all_problems(files: dict[str, bytes], known: str) -> dict[str, list[str]]:
    found = {name: RULES[known](data) for name, data in files.items()}
    return {name: each for name, each in found.items() if each}


@pytest.mark.parametrize("known", sorted(RULES))
def test_made_plans(tmp_path: Path, known: str) -> None:
    plans = {"house": house(), "begun": begun(), "tower": tower(), "hostile": hostile()}
    files = written(plans, tmp_path, known)
    assert files.keys() == plans.keys()
    found = all_problems(files, known)
    far_away = [each for each in found.pop("hostile", []) if not re.search(r"\d{4}-\d\d-\d\d", each)]
    assert (found, far_away) == ({}, [])


@pytest.mark.parametrize("known", sorted(RULES))
def test_a_sample_of_real_plans(cases: Path, tmp_path: Path, known: str) -> None:
    small = [row for row in index_of(cases) if int(row["leaf_tasks"] or 0) <= LARGEST_OF_SAMPLE]
    files = written(plans_of(cases, small[::SAMPLE_STEP]), tmp_path, known)
    assert len(files) > 3
    assert all_problems(files, known) == {}


@pytest.mark.full
@pytest.mark.parametrize("known", sorted(RULES))
def test_all_real_plans(cases: Path, tmp_path: Path, known: str) -> None:
    assert all_problems(written(plans_of(cases, index_of(cases)), tmp_path, known), known) == {}


@pytest.mark.parametrize(
    ("known", "good", "bad", "said"),
    [
        ("xer", b"\tA1000\t", b"\tA1010\t", "task_code 'a1010' stands 2 times"),
        ("xer", b"\tTK_NotStart\t", b"\tTK_Active\t", "without act_start_date"),
        ("xer", b"\tPR_SS\t", b"\tPR_XX\t", "is of kind 'PR_XX'"),
        ("xer", b"(0||CalendarData", b"(0||Nothing", "has no proper data"),
        ("mspdi", b"<ID>3</ID>", b"<ID>9</ID>", "has the row number 9"),
        ("mspdi", b"<OutlineLevel>2<", b"<OutlineLevel>4<", "is on level 4"),
        ("mspdi", b"<PredecessorUID>2<", b"<PredecessorUID>77<", "follows 77"),
        ("mspdi", b"<Start>2026-03-04T08", b"<Start>2026-03-04T23", "starts after its finish"),
        ("pmxml", b"<Id>A1000</Id>", b"<Id>A1010</Id>", "Activity id 'a1010' stands 2 times"),
        ("pmxml", b"<Status>Not Started<", b"<Status>Completed<", "is Completed, actual start"),
        ("pmxml", b"<PredecessorActivityObjectId>2<", b"<PredecessorActivityObjectId>77<", "77 is no Activity"),
    ],
)
def test_the_rules_find_what_is_wrong(
    house_files: dict[str, bytes], known: str, good: bytes, bad: bytes, said: str
) -> None:
    data = house_files[known]
    assert good in data
    found = RULES[known](data.replace(good, bad, 1))
    assert any(said in line for line in found), found


def test_a_record_that_is_broken_is_found(house_files: dict[str, bytes]) -> None:
    with pytest.raises(AssertionError, match="values for"):
        xer.problems(house_files["xer"].replace(b"Plaster", b"Pla\tster", 1))


def test_there_are_rules_for_what_others_open() -> None:
    assert set(RULES) < set(WRITTEN)
