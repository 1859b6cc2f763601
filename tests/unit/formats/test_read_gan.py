"""A made GanttProject file: its tasks stay where they were put."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from headway.core.plan.entities import Constraint, ConstraintKind
from headway.core.schedule import schedule
from headway.core.time import to_datetime, to_instant
from headway.formats.milestone_calendar import day_of

if TYPE_CHECKING:
    from tests.unit.formats.conftest import Made


def test_a_start_is_a_lower_bound(files: Made) -> None:
    by_name = {t.name: t for t in files.plan("shed.gan").tasks.values()}
    expected = Constraint(ConstraintKind.START_NO_EARLIER_THAN, to_instant(datetime(2026, 3, 10)))
    assert by_name["Order timber"].constraint == expected


def test_tasks_stay_where_they_were_put(files: Made) -> None:
    plan = files.plan("shed.gan")
    solved = schedule(plan)
    starts = {t.name: to_datetime(solved.dates(t.id).start or 0).date().isoformat() for t in plan.tasks.values()}
    assert starts == {
        "Dig": "2026-03-03",
        "Pour": "2026-03-06",
        "Order timber": "2026-03-10",
        "Timber is here": "2026-03-17",
    }


def test_a_milestone_stays_on_its_day(files: Made) -> None:
    """Its program knows days only; midnight would be the end of the day before."""
    plan = files.plan("shed.gan")
    milestone = next(t for t in plan.tasks.values() if t.name == "Timber is here")
    saved = plan.saved[milestone.id]
    assert saved.start == saved.finish == to_instant(datetime(2026, 3, 17, 8))
    assert day_of(saved.finish) == date(2026, 3, 17)
