"""What has been done of a task, and the dates to be written for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from headway.core.plan.entities import Progress, SavedDates
from headway.core.plan.plan import Rules
from headway.formats.writing.quantities import percent

if TYPE_CHECKING:
    from headway.core.plan.entities import Task
    from headway.formats.writing.context import Context
    from headway.formats.writing.draft import Duration, Fields

_UNTOUCHED = Progress()
_TRIFLE: Duration = (0.01, "MINUTES")
"""Written as 0, in tenths of a minute."""


def progress_fields(task: Task, context: Context) -> Fields:
    """Actual dates and durations, percentages, what limits from outside."""
    progress = task.progress or _UNTOUCHED
    span = context.units.elapsed if task.elapsed else context.units.working
    remaining = task.duration if task.progress is None else progress.remaining_duration
    fields: Fields = {
        "ACTUAL_START": progress.actual_start,
        "ACTUAL_FINISH": progress.actual_finish,
        "ACTUAL_DURATION": None if progress.actual_duration is None else span(progress.actual_duration),
        "REMAINING_DURATION": None if remaining is None else span(remaining),
        "PERCENT_COMPLETE": percent(progress.percent_complete),
        "PERCENT_WORK_COMPLETE": None if progress.work_percent is None else percent(progress.work_percent),
        "STOP": progress.stop,
        "RESUME": progress.resume,
    }
    if progress.remaining_duration == task.duration and not _touched(progress):
        context.assume("task", task.id, "progress.remaining_duration", None)
    if progress.physical_percent is not None:
        fields["PHYSICAL_PERCENT_COMPLETE"] = percent(progress.physical_percent)
    if context.format.p6:
        fields |= _p6_progress(task, progress, context)
    elif progress.actual_start is not None and context.plan.project.rules is Rules.P6:
        fields["DURATION"] = span(_at_completion(task, progress))
    return fields


def _at_completion(task: Task, progress: Progress) -> int:
    """What is done and what is left; P6's duration is what was planned."""
    if progress.remaining_duration is None:
        return task.duration
    return (progress.actual_duration or 0) + progress.remaining_duration


def _touched(progress: Progress) -> bool:
    return bool(
        progress.actual_start or progress.percent_complete or progress.physical_percent or progress.work_percent
    )


def _p6_progress(task: Task, progress: Progress, context: Context) -> Fields:
    if progress.remaining_duration is None and task.progress is not None:
        left = 0 if progress.actual_finish is not None else max(0, task.duration - (progress.actual_duration or 0))
        context.assume("task", task.id, "progress.remaining_duration", left)
        progress = msgspec.structs.replace(progress, remaining_duration=left)
    return {
        "REMAINING_DURATION": context.units.working(
            task.duration if progress.remaining_duration is None else progress.remaining_duration
        ),
        "DURATION": context.units.working(_at_completion(task, progress)),
        "PLANNED_DURATION": context.units.working(task.duration),
        "PERCENT_COMPLETE_TYPE": progress.percent_kind.name,
        "ACTIVITY_STATUS": _status(progress),
        "SUSPEND_DATE": progress.suspended,
        "EXTERNAL_EARLY_START": progress.external_early_start,
        "EXTERNAL_LATE_FINISH": progress.external_late_finish,
    }


def _status(progress: Progress) -> str:
    if progress.actual_finish is not None:
        return "COMPLETED"
    return "NOT_STARTED" if progress.actual_start is None else "IN_PROGRESS"


def saved_fields(task: Task, context: Context) -> Fields:
    """The dates to be written: those the plan carries, and for work begun or placed by hand those it has of its own."""
    saved = context.plan.saved.get(task.id)
    if saved is None and task.manual is None:
        return {}
    if saved is None or (context.format.p6 and saved.early_start is None):
        saved = _early_too(task, saved, context)
    fields: Fields = {
        "START": saved.start,
        "FINISH": saved.finish,
        "EARLY_START": saved.early_start,
        "EARLY_FINISH": saved.early_finish,
        "LATE_START": saved.late_start,
        "LATE_FINISH": saved.late_finish,
        **_floats(saved, context),
        "FREE_SLACK": _float(saved.free_float, context),
        "CRITICAL": bool(saved.critical) if context.format.name == "mspdi" else saved.critical,
    }
    return fields | _p6_dates(task, saved, context) if context.format.p6 else fields


def _early_too(task: Task, saved: SavedDates | None, context: Context) -> SavedDates:
    """Dates of a task placed by hand, or of a plan that has starts and finishes only, as early dates, too."""
    manual = task.manual
    if saved is None and manual is not None:
        context.assume("dates", task.id, "existence", True)
        saved = SavedDates(task.id, manual.start, manual.finish)
    known = saved or SavedDates(task.id)
    if not context.format.p6:
        return known
    early = context.assume("dates", task.id, "early_start", known.start)
    ordered = None if known.finish is None else max(known.finish, known.start or known.finish)
    late = context.assume("dates", task.id, "early_finish", ordered)
    return msgspec.structs.replace(known, early_start=early, early_finish=late)


def _p6_dates(task: Task, saved: SavedDates, context: Context) -> Fields:
    """P6 keeps the early and late dates of what is left of unfinished work: elsewhere those are the early dates."""
    if saved.longest_path is None:
        context.assume("dates", task.id, "longest_path", False)
    fields: Fields = {"LONGEST_PATH": saved.longest_path}
    done = task.progress is not None and task.progress.actual_finish is not None
    for name in ("early_start", "early_finish", "late_start", "late_finish"):
        remaining = getattr(saved, f"remaining_{name}")
        if remaining is None and not done and context.plan.project.rules is not Rules.P6:
            remaining = context.assume("dates", task.id, f"remaining_{name}", getattr(saved, name))
        fields[f"REMAINING_{name.upper()}"] = remaining
    return fields


def _floats(saved: SavedDates, context: Context) -> Fields:
    """Total float with the two it is made of: the library computes those anew unless they are given, and the total with
    them.  Where early and late dates are the same there is no float at that end."""
    total, none = _float(saved.total_float, context), _float(0, context)
    if total is None:
        return {}
    return {
        "START_SLACK": none if saved.early_start == saved.late_start else total,
        "FINISH_SLACK": none if saved.early_finish == saved.late_finish else total,
        "TOTAL_SLACK": total,
    }


def _float(span: int | None, context: Context) -> Duration | None:
    """A float; for Microsoft Project XML none at all is 0, and 0 is a trifle, since the library leaves out a plain 0
    and its readers then compute one of their own."""
    if context.format.name == "mspdi" and not span:
        return _TRIFLE
    return None if span is None else context.units.working(span)
