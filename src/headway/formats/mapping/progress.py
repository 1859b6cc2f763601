"""What has been done of a task, and the dates the file says it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.plan.entities import PercentKind, Progress, SavedDates, TaskKind
from headway.core.time import TENTHS_PER_DAY
from headway.formats.mapping.quantities import percent, start_of_work

if TYPE_CHECKING:
    from headway.core.plan.entities import Task
    from headway.formats.mapping.context import Context
    from headway.formats.raw import RawTask

_PERCENT_KINDS = {kind.name: kind for kind in PercentKind}


def progress_of(raw: RawTask, duration: int, context: Context) -> Progress | None:
    """Progress, or ``None`` for a task nobody has touched.  ``duration`` is the task's in tenths of a minute."""
    remaining = _remaining(raw, duration, context)
    kind = _PERCENT_KINDS.get(raw.percent_complete_type or "", PercentKind.DURATION)
    touched = raw.actual_start or raw.percent_complete or raw.physical_percent_complete or raw.percent_work_complete
    limits = raw.external_early_start or raw.external_late_finish or raw.suspend_date
    if not touched and not limits and kind is PercentKind.DURATION and remaining in (None, duration):
        return None
    instants = context.instants
    return Progress(
        actual_start=instants.get_or_none(raw.actual_start),
        actual_finish=instants.get_or_none(raw.actual_finish),
        actual_duration=context.spans[raw.actual_duration] if touched else None,
        remaining_duration=remaining,
        percent_complete=percent(raw.percent_complete),
        physical_percent=percent(raw.physical_percent_complete) or (0 if kind is PercentKind.PHYSICAL else None),
        work_percent=percent(raw.percent_work_complete) or None,
        percent_kind=kind,
        stop=instants.get_or_none(raw.stop),
        resume=instants.get_or_none(raw.resume),
        suspended=instants.get_or_none(raw.suspend_date),
        external_early_start=instants.get_or_none(raw.external_early_start),
        external_late_finish=instants.get_or_none(raw.external_late_finish),
    )


def _remaining(raw: RawTask, duration: int, context: Context) -> int | None:
    """Remaining duration; where the file leaves it out it is 0 if work is done or begun, else unknown."""
    if raw.remaining_duration:
        return context.spans[raw.remaining_duration]
    if raw.actual_finish is not None or raw.percent_complete >= 100:
        return 0
    if raw.percent_complete:
        if raw.actual_duration:
            return max(0, duration - context.spans[raw.actual_duration])
        return round(duration * (100 - raw.percent_complete) / 100)
    return 0 if context.format.p6 and raw.actual_start is not None else None


def saved_dates(context: Context, tasks: dict[int, Task]) -> dict[int, SavedDates]:
    """The dates the file carries, by task.  Elements of a work breakdown have none of their own."""
    saved: dict[int, SavedDates] = {}
    for raw in context.raw.tasks:
        key = context.tasks.get(raw.unique_id)
        if key is None or key not in tasks or key in saved or tasks[key].kind is TaskKind.WBS:
            continue
        if raw.start is not None or raw.early_start is not None:
            saved[key] = _saved(raw, key, context)
    return saved


def _saved(raw: RawTask, key: int, context: Context) -> SavedDates:
    """The writer leaves zeros out: a float that is absent is 0 where the file has late dates.  P6 keeps no float for
    finished work."""
    instants = context.instants
    has_float = raw.late_finish is not None and not (context.format.p6 and raw.actual_finish is not None)
    return SavedDates(
        task=key,
        start=_in_its_day(instants.get_or_none(raw.start), context),
        finish=_in_its_day(instants.get_or_none(raw.finish), context),
        early_start=instants.get_or_none(raw.early_start),
        early_finish=instants.get_or_none(raw.early_finish),
        late_start=instants.get_or_none(raw.late_start),
        late_finish=instants.get_or_none(raw.late_finish),
        total_float=context.spans[raw.total_slack] if has_float else None,
        free_float=context.spans[raw.free_slack] if has_float else None,
        critical=raw.critical if has_float else None,
        longest_path=raw.longest_path if context.format.p6 else None,
        remaining_early_start=instants.get_or_none(raw.remaining_early_start),
        remaining_early_finish=instants.get_or_none(raw.remaining_early_finish),
        remaining_late_start=instants.get_or_none(raw.remaining_late_start),
        remaining_late_finish=instants.get_or_none(raw.remaining_late_finish),
    )


def _in_its_day(instant: int | None, context: Context) -> int | None:
    """Where a file keeps days only, midnight stands for when work begins; a milestone then would count to the day
    before, which its program never shows."""
    if instant is None or not context.format.keeps_starts or instant % TENTHS_PER_DAY:
        return instant
    return instant + start_of_work(context.raw.property_values.default_start_time)
