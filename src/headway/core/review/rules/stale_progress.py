"""Stale progress: work that has begun, and of which nothing has been heard since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.calendar.kernels import add_work
from headway.core.message import Moment, message
from headway.core.plan.plan import Rules
from headway.core.review.logic import has_begun
from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.plan.entities import Task
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result, Row


def check(asked: Asked) -> Result:
    """Tasks in progress whose done part ends more than ``days`` working days before the data date, of all in progress.

    The done part ends where the file says that work stopped, else after the actual duration, else at the actual start.
    P6 files count the actual duration up to the data date whatever was done: there only work without any progress is
    found.
    """
    reviewed = asked.reviewed
    if reviewed.data_date is None:
        return asked.not_evaluated(message("rule.reason.no_data_date"))
    begun = [task for task in reviewed.incomplete if has_begun(task) and not reviewed.is_milestone(task)]
    if not begun:
        return asked.not_evaluated(message("rule.reason.nothing_in_progress"))
    return asked.share(rows(reviewed, begun, asked.settings["days"], reviewed.data_date), len(begun))


def rows(reviewed: Reviewed, tasks: list[Task], days: float, data_date: int) -> Iterator[Row]:
    """One row a task: since when nothing is known."""
    for task in tasks:
        heard = last_heard(reviewed, task)
        if heard is None or reviewed.days(reviewed.work(heard, data_date)) <= days:
            continue
        code = "some" if task.progress is not None and task.progress.percent_complete else "none"
        yield reviewed.row(task, f"rule.stale-progress.row.{code}", since=Moment(heard, finish=code == "some"))


def last_heard(reviewed: Reviewed, task: Task) -> int | None:
    """Up to which instant progress is told; ``None`` where the plan does not say."""
    progress = task.progress
    if progress is None or progress.actual_start is None:
        return None
    if reviewed.plan.project.rules is Rules.P6:
        moved = progress.percent_complete or (progress.remaining_duration or task.duration) < task.duration
        return None if moved else progress.actual_start
    if progress.stop is not None:
        return progress.stop
    calendars = reviewed.schedule.compiled.calendars
    at = calendars.at(task.calendar if task.calendar is not None else reviewed.plan.project.calendar)
    return int(add_work(calendars.working_time, at, progress.actual_start, progress.actual_duration or 0))


RULE = Rule("stale-progress", Family.EXTRA, check, {"days": 10, "most_percent": 5}, weight=3)
