"""From a text to a checked schedule: what every case in this folder does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.schedule import schedule
from tests.drawn import parse

if TYPE_CHECKING:
    from headway.core.schedule import Schedule, TaskDates


def solved(text: str) -> Schedule:
    """The schedule of a drawn plan, after its dates were compared with those that the text states."""
    case = parse(text)
    assert case.expected, "the text states no dates"
    found = schedule(case.plan)
    case.check(found)
    return found


def solved_by_both(text: str) -> None:
    """The text states dates that hold under either set of rules."""
    solved("project: rules msproject\n" + text)
    solved("project: rules p6\n" + text)


def dates_of(found: Schedule, name: str) -> TaskDates:
    """Dates of the task with that name."""
    plan = found.compiled.plan
    return found.dates(next(task.id for task in plan.tasks.values() if task.name == name))


def codes_of(found: Schedule) -> list[str]:
    """Codes of the warnings, in the order they were found."""
    return [warning.code for warning in found.compiled.warnings]
