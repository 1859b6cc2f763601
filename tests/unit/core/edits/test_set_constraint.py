"""Setting a constraint."""

from __future__ import annotations

import pytest

from headway.core.edits import EditError, expand
from headway.core.edits.set_constraint import SetConstraint
from headway.core.plan.entities import Constraint, ConstraintKind
from headway.core.schedule import schedule
from tests.drawn import assert_schedule, build
from tests.drawn.words import instant
from tests.unit.core.edits.carrying_out import edited, said

PLAN = build("project: start 2027-03-01\nA 1d; SNET 2027-03-03\nB 1d")
THURSDAY = instant("2027-03-04", 4_800)


def test_it_holds_the_task() -> None:
    after = edited(PLAN, SetConstraint(2, ConstraintKind.START_NO_EARLIER_THAN, THURSDAY))
    assert_schedule(
        schedule(after),
        """
        days | MTWTF | starts 2027-03-01
        A    |   X   |
        B    |    X  |
        """,
    )


def test_none_lets_it_go() -> None:
    assert edited(PLAN, SetConstraint(1)).tasks[1].constraint is None


def test_as_late_as_possible_has_no_date() -> None:
    after = edited(PLAN, SetConstraint(2, ConstraintKind.AS_LATE_AS_POSSIBLE, THURSDAY))
    assert after.tasks[2].constraint == Constraint(ConstraintKind.AS_LATE_AS_POSSIBLE)


@pytest.mark.parametrize("kind", list(ConstraintKind))
def test_each_kind_is_told_in_words(kind: ConstraintKind) -> None:
    needs = kind is not ConstraintKind.AS_LATE_AS_POSSIBLE
    sentence = said(PLAN, SetConstraint(2, kind, THURSDAY if needs else None))
    assert "'B'" in sentence
    assert ("Thu 4 Mar 2027" in sentence) == needs


def test_letting_go_is_told_in_words() -> None:
    assert said(PLAN, SetConstraint(1)) == "Let 'A' start as soon as its logic allows, without a constraint."


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (SetConstraint(2), "has that constraint already"),
        (SetConstraint(1, ConstraintKind.START_NO_EARLIER_THAN, instant("2027-03-03", 4_800)), "already"),
        (SetConstraint(1, ConstraintKind.MUST_START_ON), "needs a date"),
        (SetConstraint(9), "has no task 9"),
    ],
)
def test_what_makes_no_sense_is_an_error(edit: SetConstraint, reason: str) -> None:
    with pytest.raises(EditError, match=reason):
        expand(PLAN, edit)
