"""Dates that logic may not move."""

from __future__ import annotations

import pytest

from headway.core.review import Status
from tests.recounts.drawing import asked, drawn, reason_of, rows_of, texts_of

RULE = "dcma-05"


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ("MSO 2027-03-05", "must start on Fri 5 Mar 2027"),
        ("MFO 2027-03-05", "must finish on Fri 5 Mar 2027"),
        ("SO 2027-03-05", "has to start on Fri 5 Mar 2027"),
        ("FO 2027-03-05", "has to finish on Fri 5 Mar 2027"),
        ("SNLT 2027-03-05", "must start by Fri 5 Mar 2027"),
        ("FNLT 2027-03-05", "must finish by Fri 5 Mar 2027"),
    ],
)
def test_hard_constraints_are_found(clause: str, words: str) -> None:
    result = asked(RULE, drawn(f"project: rules p6\nA 2d {clause}\nB 2d after A"))
    assert texts_of(result) == [f"'A' {words}, whatever happens before it."]
    assert (result.status, result.value) == (Status.FAIL, 50)


@pytest.mark.parametrize("clause", ["SNET 2027-03-05", "FNET 2027-03-05", "ALAP", "deadline 2027-03-05", ""])
def test_other_dates_are_not(clause: str) -> None:
    assert asked(RULE, drawn(f"A 2d {clause}\nB 2d after A")).count == 0


def test_a_second_constraint_counts_as_well() -> None:
    found = drawn("project: rules p6\nA 2d SNET 2027-03-03; FNLT 2027-03-09\nB 2d after A")
    assert rows_of(asked(RULE, found), found) == ["A"]


def test_five_percent_is_just_enough() -> None:
    tasks = "\n".join(f"T{i} 1d" for i in range(19))
    assert asked(RULE, drawn(f"{tasks}\nA 1d FNLT 2027-04-01")).status is Status.PASS
    fewer = "\n".join(f"T{i} 1d" for i in range(18))
    assert asked(RULE, drawn(f"{fewer}\nA 1d FNLT 2027-04-01")).status is Status.FAIL


def test_the_share_is_a_setting() -> None:
    found = drawn("A 2d MSO 2027-03-05\nB 2d after A")
    assert asked(RULE, found, most_percent=50).status is Status.PASS


def test_milestones_are_not_counted() -> None:
    assert asked(RULE, drawn("A 2d\nEnd milestone; MFO 2027-03-09; after A")).population == 1


def test_typed_dates_are_told_and_not_counted() -> None:
    result = asked(RULE, drawn("A 2d manual start=2027-03-04\nB 2d manual start=2027-03-04\nC 1d"))
    assert result.count == 0
    assert reason_of(result).startswith("2 tasks have dates typed by hand")


def test_a_plan_without_open_work_is_not_evaluated() -> None:
    assert asked(RULE, drawn("End milestone")).status is Status.NOT_EVALUATED
