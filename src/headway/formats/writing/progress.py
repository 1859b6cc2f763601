"""What has been done of a task, and the dates to be written for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.plan.entities import Progress
from headway.formats.writing.quantities import percent

if TYPE_CHECKING:
    from headway.core.plan.entities import SavedDates, Task
    from headway.formats.writing.context import Context
    from headway.formats.writing.draft import Fields

_UNTOUCHED = Progress()


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
    if progress.physical_percent is not None:
        fields["PHYSICAL_PERCENT_COMPLETE"] = percent(progress.physical_percent)
    if context.format.p6:
        fields |= _p6_progress(task, progress, context)
    return fields


def _p6_progress(task: Task, progress: Progress, context: Context) -> Fields:
    done, remaining = progress.actual_duration or 0, progress.remaining_duration
    at_completion = task.duration if task.progress is None or remaining is None else done + remaining
    return {
        "DURATION": context.units.working(at_completion),
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
    if saved is None:
        return {} if task.manual is None else {"START": task.manual.start, "FINISH": task.manual.finish}
    span = context.units.working
    fields: Fields = {
        "START": saved.start,
        "FINISH": saved.finish,
        "EARLY_START": saved.early_start,
        "EARLY_FINISH": saved.early_finish,
        "LATE_START": saved.late_start,
        "LATE_FINISH": saved.late_finish,
        **_floats(saved, context),
        "FREE_SLACK": None if saved.free_float is None else span(saved.free_float),
        "CRITICAL": saved.critical,
    }
    if context.format.p6:
        fields |= {
            "LONGEST_PATH": saved.longest_path,
            "REMAINING_EARLY_START": saved.remaining_early_start,
            "REMAINING_EARLY_FINISH": saved.remaining_early_finish,
            "REMAINING_LATE_START": saved.remaining_late_start,
            "REMAINING_LATE_FINISH": saved.remaining_late_finish,
        }
    return fields


def _floats(saved: SavedDates, context: Context) -> Fields:
    """Total float with the two it is made of: the library computes those anew unless they are given, and the total with
    them.  Where early and late dates are the same there is no float at that end."""
    if saved.total_float is None:
        return {}
    span = context.units.working
    total, none = span(saved.total_float), span(0)
    return {
        "START_SLACK": none if saved.early_start == saved.late_start else total,
        "FINISH_SLACK": none if saved.early_finish == saved.late_finish else total,
        "TOTAL_SLACK": total,
    }
