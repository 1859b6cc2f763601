"""Hard constraints that become deadlines or softer ones."""

from __future__ import annotations

import pytest

from headway.core.edits import EditError, expand
from headway.core.edits.replace_constraint import ReplaceConstraint
from headway.core.plan.entities import Constraint, ConstraintKind
from headway.core.schedule import schedule
from tests.drawn import build
from tests.drawn.words import instant
from tests.unit.core.edits.carrying_out import edited, said

MS = "project: start 2027-03-01\n"
FRIDAY = instant("2027-03-05", 10_200)
THURSDAY = instant("2027-03-04", 4_800)


@pytest.mark.parametrize("kind", ["FNLT", "MFO"])
def test_a_promised_finish_becomes_a_deadline(kind: str) -> None:
    after = edited(build(MS + f"A 1d; {kind} 2027-03-05"), ReplaceConstraint(1, deadline=FRIDAY))
    assert (after.tasks[1].constraint, after.tasks[1].deadline) == (None, FRIDAY)


def test_the_float_is_the_same_with_a_deadline() -> None:
    plan = build(MS + "A 1d; FNLT 2027-03-05\nB 9d")
    after = edited(plan, ReplaceConstraint(1, deadline=FRIDAY))
    assert schedule(after).dates(1).total_float == schedule(plan).dates(1).total_float == 4 * 4_800


def test_an_earlier_deadline_stays() -> None:
    plan = build(MS + "A 1d; FNLT 2027-03-05; deadline 2027-03-03")
    after = edited(plan, ReplaceConstraint(1, deadline=FRIDAY))
    assert after.tasks[1].deadline == plan.tasks[1].deadline


@pytest.mark.parametrize("kind", ["MSO", "SNLT", "SO"])
def test_a_promised_start_becomes_a_start_no_earlier(kind: str) -> None:
    plan = build(MS + f"A 1d; {kind} 2027-03-04\nB 1d after A")
    after = edited(plan, ReplaceConstraint(1, start_no_earlier=THURSDAY))
    assert after.tasks[1].constraint == Constraint(ConstraintKind.START_NO_EARLIER_THAN, THURSDAY)


def test_dates_stay_where_a_start_was_forced_later_than_its_logic() -> None:
    plan = build(MS + "A 1d; MSO 2027-03-04\nB 1d after A")
    after = schedule(edited(plan, ReplaceConstraint(1, start_no_earlier=THURSDAY)))
    assert [after.dates(n).start for n in (1, 2)] == [schedule(plan).dates(n).start for n in (1, 2)]


def test_it_is_told_in_words() -> None:
    plan = build(MS + "A 1d; MSO 2027-03-04")
    start = "Take the hard constraint off 'A': it starts no earlier than Thu 4 Mar 2027, and moves when its logic does."
    assert said(plan, ReplaceConstraint(1, start_no_earlier=THURSDAY)) == start
    assert "give it the deadline Fri 5 Mar 2027" in said(plan, ReplaceConstraint(1, deadline=FRIDAY))


@pytest.mark.parametrize(
    ("text", "edit", "reason"),
    [
        ("A 1d", ReplaceConstraint(1, deadline=FRIDAY), "no hard constraint"),
        ("A 1d; SNET 2027-03-04", ReplaceConstraint(1, deadline=FRIDAY), "no hard constraint"),
        ("A 1d; MSO 2027-03-04", ReplaceConstraint(1), "one of the two"),
        ("A 1d; MSO 2027-03-04", ReplaceConstraint(1, FRIDAY, THURSDAY), "one of the two"),
        ("A 1d", ReplaceConstraint(9, deadline=FRIDAY), "has no task 9"),
    ],
)
def test_what_makes_no_sense_is_an_error(text: str, edit: ReplaceConstraint, reason: str) -> None:
    with pytest.raises(EditError, match=reason):
        expand(build(MS + text), edit)
