"""Links with a negative lag."""

from __future__ import annotations

from headway.core.review import Status, Unit
from tests.recounts.drawing import asked, drawn, texts_of

RULE = "dcma-02"


def test_one_lead_is_one_too_many() -> None:
    result = asked(RULE, drawn("A 5d\nB 3d after A FS-2d\nC 1d after B, A SS-1d"))
    assert (result.status, result.value, result.population, result.unit) == (Status.FAIL, 2, 3, Unit.COUNT)
    assert texts_of(result) == [
        "The FS link from 'A' to 'B' has a lead of 2 working days.",
        "The SS link from 'A' to 'C' has a lead of 1 working day.",
    ]
    assert [row.link for row in result.rows] == [1, 3]


def test_lags_and_plain_links_pass() -> None:
    assert asked(RULE, drawn("A 5d\nB 3d after A FS+2d\nC 1d after B")).status is Status.PASS


def test_leads_by_the_clock_and_in_percent_are_leads() -> None:
    result = asked(RULE, drawn("A 5d\nB 3d after A FS-2ed\nC 1d after A -50%"))
    assert texts_of(result) == [
        "The FS link from 'A' to 'B' has a lead of 2 calendar days.",
        "The FS link from 'A' to 'C' has a lead of 50 % of the first task's duration.",
    ]


def test_links_into_finished_tasks_do_not_count() -> None:
    done = "B 3d after A FS-2d; actual start=2027-03-04 finish=2027-03-08"
    assert asked(RULE, drawn(f"A 5d\n{done}\nC 1d after A")).population == 1


def test_how_many_are_allowed_is_a_setting() -> None:
    found = drawn("A 5d\nB 3d after A FS-2d")
    assert asked(RULE, found, most_count=1).status is Status.PASS


def test_a_plan_without_links_is_not_evaluated() -> None:
    assert asked(RULE, drawn("A 5d")).status is Status.NOT_EVALUATED
