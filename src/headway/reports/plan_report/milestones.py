"""Milestones and the finish of the plan: what was promised, what was said last, what holds now."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from headway.reports.extent import shown_finish
from headway.reports.plan_report.values import ALL, MilestoneRow, Standing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from headway.reports.plan_report.known import Known
    from headway.reports.plan_report.values import Row


@dataclass(frozen=True, slots=True)
class LastDates:
    """What the last plan said: its finish, and the finish of its tasks by the ids of the new plan."""

    finish: int | None = None
    tasks: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Promise:
    """What one date is held against."""

    now: int
    done: bool
    baseline: int | None
    last: int | None
    deadline: int | None


def milestone_rows(known: Known, last: LastDates) -> tuple[MilestoneRow, ...]:
    """Every milestone with dates, in order of time."""
    rows = sorted((row for row in known.leaves if row.milestone), key=lambda row: (row.finish, row.row))
    return tuple(_of_task(row, known, last) for row in rows)


def finish_row(known: Known, last: LastDates) -> MilestoneRow:
    """The finish of the plan, beside the latest finish of the baseline and the date it must finish by."""
    promised = max((each.finish for each in known.baseline.values() if each.finish is not None), default=None)
    done = bool(known.leaves) and not known.unfinished
    promise = _Promise(shown_finish(known.schedule), done, promised, last.finish, known.plan.project.must_finish_by)
    return _row(None, promise, None, known)


def _of_task(row: Row, known: Known, last: LastDates) -> MilestoneRow:
    planned = known.baseline.get(row.task)
    promise = _Promise(
        row.finish,
        row.percent == ALL,
        planned.finish if planned is not None else None,
        last.tasks.get(row.task),
        known.plan.tasks[row.task].deadline,
    )
    return _row(row, promise, row.total_float, known)


def _row(row: Row | None, promise: _Promise, total_float: int | None, known: Known) -> MilestoneRow:
    slip = known.slip(promise.baseline, promise.now) if promise.baseline is not None else None
    moved = known.slip(promise.last, promise.now) if promise.last is not None else None
    return MilestoneRow(
        row=row,
        now=promise.now,
        baseline=promise.baseline,
        last=promise.last,
        slip=slip,
        moved=moved,
        total_float=None if promise.done else total_float,
        deadline=promise.deadline,
        standing=_standing(promise, slip, moved, known.now),
    )


def _standing(promise: _Promise, slip: int | None, moved: int | None, reference: int) -> Standing:
    """The first that holds of the rules in :class:`Standing`."""
    if promise.done:
        return Standing.DONE_LATE if slip is not None and slip > 0 else Standing.DONE
    if promise.deadline is not None and promise.now > promise.deadline:
        return Standing.MISSES_DEADLINE
    if promise.now < reference:
        return Standing.OVERDUE
    if slip is not None:
        return Standing.LATER if slip > 0 else Standing.EARLIER if slip < 0 else Standing.ON_TIME
    if moved is not None and moved > 0:
        return Standing.MOVED
    return Standing.UNPROMISED if promise.deadline is None else Standing.BEFORE_DEADLINE
