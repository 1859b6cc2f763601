"""Delays arrive: a task that takes longer moves the end of the plan (horizontal traceability)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.message import message
from headway.core.review.delaying import delayed
from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.plan.entities import Task
    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result, Row


def check(asked: Asked) -> Result:
    """Of up to ``samples`` unfinished tasks, spread evenly over the plan, those whose delay does not reach the end.

    Each in turn takes longer by its total float and ``days`` more, and the whole plan is scheduled again. The last
    unfinished milestone must then finish later, or the last task where there is no milestone.
    """
    reviewed = asked.reviewed
    if reviewed.schedule.compiled.settings.from_finish:
        return asked.not_evaluated(message("rule.reason.from_finish"))
    end = end_of(reviewed)
    if end is None:
        return asked.not_evaluated(message("rule.reason.no_dates"))
    tasks = [task for task in reviewed.incomplete if not reviewed.is_milestone(task) and task.id != end.id]
    step = max(1, -(-len(tasks) // int(max(1, asked.settings["samples"]))))
    chosen = tasks[::step]
    return asked.share(rows(reviewed, chosen, end, asked.settings["days"]), len(chosen))


def rows(reviewed: Reviewed, tasks: list[Task], end: Task, days: float) -> Iterator[Row]:
    """One row a task whose delay is lost on the way."""
    for task in tasks:
        room = max(0, reviewed.floats.get(task.id, 0))
        after = delayed(reviewed.schedule, task.id, room + reviewed.span(days, task))
        moved = after.dates(end.id).finish
        if moved is None or reviewed.work(reviewed.finishes[end.id], moved) <= 0:
            yield reviewed.row(task, "rule.delays-arrive.row", end=reviewed.name(end.id))


def end_of(reviewed: Reviewed) -> Task | None:
    """The unfinished milestone that comes last, else the unfinished task that does; the last one of several."""
    dated = [
        (reviewed.is_milestone(task), reviewed.finishes[task.id], at, task)
        for at, task in enumerate(reviewed.incomplete)
        if task.id in reviewed.finishes
    ]
    return max(dated)[-1] if dated else None


RULE = Rule("delays-arrive", Family.EXTRA, check, {"most_percent": 5, "samples": 10, "days": 100}, weight=4)
