"""Work left in the past that is put after the data date."""

from __future__ import annotations

import pytest

from headway.core.edits import EditError, expand
from headway.core.edits.reschedule_unfinished import RescheduleUnfinished
from headway.core.schedule import schedule
from tests.drawn import assert_schedule, build
from tests.unit.core.edits.carrying_out import edited, said

MS = "project: start 2027-03-01; data date 2027-03-04\n"


def test_it_starts_after_the_data_date_and_what_follows_moves() -> None:
    after = edited(build(MS + "A 1d\nB 1d after A"), RescheduleUnfinished(1))
    assert_schedule(
        schedule(after),
        """
        days | MTWTF | starts 2027-03-01
        A    |    X  |
        B    |     X |
        """,
    )


def test_an_earlier_date_of_that_kind_gives_way() -> None:
    after = edited(build(MS + "A 1d; SNET 2027-03-02"), RescheduleUnfinished(1))
    constraint = after.tasks[1].constraint
    assert constraint is not None
    assert constraint.date == after.project.data_date


def test_it_is_told_in_words() -> None:
    told = "Let 'A', which has not begun, start no earlier than the data date, Thu 4 Mar 2027."
    assert said(build(MS + "A 1d"), RescheduleUnfinished(1)) == told


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("project: start 2027-03-01\nA 1d", "has no data date"),
        (MS + "A 2d; actual start=2027-03-01; percent 20", "has begun"),
        (MS + "A 2d; percent 20", "has begun"),
        (MS + "A 1d; manual start=2027-03-01 finish=2027-03-01", "typed by hand"),
        (MS + "A 1d; MSO 2027-03-02", "another constraint"),
        (MS + "A 1d; SNET 2027-03-05", "already"),
    ],
)
def test_what_it_does_not_fit_is_an_error(text: str, reason: str) -> None:
    with pytest.raises(EditError, match=reason):
        expand(build(text), RescheduleUnfinished(1))


def test_a_task_that_is_not_there_is_an_error() -> None:
    with pytest.raises(EditError, match="has no task 9"):
        expand(build(MS + "A 1d"), RescheduleUnfinished(9))
