"""DCMA 12: a long delay at the beginning of the critical path arrives at its end."""

from __future__ import annotations

from headway.core.message import Message, message
from headway.core.review.critical_path import CriticalPath, critical_path
from headway.core.review.delaying import Trial, try_delay
from headway.core.review.rule import Asked, Family, Rule
from headway.core.review.rules.dcma_05_hard_constraints import hard_constraint, shown
from headway.core.review.values import Bound, Result, Row, Status, Unit
from headway.core.schedule.network import FINISHED, MANUAL, NOT_STARTED


def check(asked: Asked) -> Result:
    """Add the setting ``days`` to the first task of the critical path, schedule again, and see what the finish does.

    The finish must move by as much as the finish of the task, in working time of the task.  Where tasks of other
    calendars follow, the days cannot be the same: there the finish must depend on the task still, and no task on the
    way be stuck.
    """
    reviewed = asked.reviewed
    if not reviewed.incomplete:
        return asked.not_evaluated(message("rule.reason.all_done"), Unit.DAYS)
    if reviewed.schedule.compiled.settings.from_finish:
        return asked.not_evaluated(message("rule.dcma-12.from_finish"), Unit.DAYS)
    path = critical_path(reviewed)
    if not path.tasks:
        return asked.not_evaluated(message("rule.reason.nothing_to_look_at"), Unit.DAYS)
    if path.first is None:
        return dates_only(asked, path)
    days = asked.settings["days"]
    trial = try_delay(reviewed, path, path.first, days)
    equal = abs(trial.moved - trial.expected) <= asked.settings["tolerance_days"] * trial.day
    arrived = equal or trial.drives_still
    rows = () if arrived else tuple(row_of(trial, task) for task in trial.stuck or last(trial))
    return Result(
        asked.rule,
        Status.PASS if arrived else Status.FAIL,
        trial.moved / trial.day,
        trial.expected / trial.day,
        Bound.EQUAL,
        Unit.DAYS,
        len(rows),
        len(path.tasks),
        rows,
        told(trial, days, "rule.dcma-12.calendars" if arrived and not equal else "rule.dcma-12.moved"),
    )


def dates_only(asked: Asked, path: CriticalPath) -> Result:
    """No task that could take longer decides the finish."""
    reviewed = asked.reviewed
    rows = (reviewed.row(reviewed.plan.tasks[path.tasks[0]], "rule.dcma-12.row.milestone"),)
    figures = (Status.FAIL, 0.0, asked.settings["days"], Bound.EQUAL, Unit.DAYS, len(rows), len(path.tasks))
    return Result(asked.rule, *figures, rows, message("rule.dcma-12.milestones"))


def told(trial: Trial, days: float, code: str) -> Message:
    """What was tried and what came of it."""
    reviewed = trial.reviewed
    moved = reviewed.length(trial.moved / trial.day)
    return Message(code, {"delay": reviewed.length(days), "task": reviewed.name(trial.task.id), "moved": moved})


def last(trial: Trial) -> list[int]:
    """What finishes with the project and does not move: a summary with typed dates, a task that is done."""
    finish = trial.reviewed.schedule.finish
    ends = [task for task, at in trial.reviewed.column("early_finish").items() if at == finish]
    held = [task for task in ends if not trial.took(task) and trial.stands_alone(task)]
    return held or [trial.task.id]


def row_of(trial: Trial, task_id: int) -> Row:
    """Why a task does not pass the delay on."""
    reviewed = trial.reviewed
    task = reviewed.plan.tasks[task_id]
    node = trial.node(task_id)
    constraint = hard_constraint(task)
    if node["progress"] == FINISHED:
        return reviewed.row(task, "rule.dcma-12.row.done")
    if node["marks"] & MANUAL:
        return reviewed.row(task, "rule.dcma-12.row.manual")
    if constraint is not None:
        return reviewed.row(task, "rule.dcma-12.row.constraint", constraint=shown(constraint))
    if node["progress"] != NOT_STARTED:
        return reviewed.row(task, "rule.dcma-12.row.started")
    return reviewed.row(task, "rule.dcma-12.row.other")


RULE = Rule("dcma-12", Family.DCMA, check, {"days": 600, "tolerance_days": 0}, weight=5, basis=True)
