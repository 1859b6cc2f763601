"""Dates of the elements of a work breakdown, which have none of their own, for formats in which every row has some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.plan.entities import TaskKind

if TYPE_CHECKING:
    from headway.formats.writing.context import Context
    from headway.formats.writing.draft import Fields


def rolled_fields(context: Context) -> dict[int, Fields]:
    """From the first start to the last finish of what is below, and the working time between, by task; where nothing
    below has dates, the start of the project."""
    bounds = _bounds(context)
    if not bounds:
        return {}
    from headway.core.calendar.compile import compile_calendars  # late: only plans of P6 come here, and numba is slow
    from headway.core.calendar.working import working_calendar  # late: as above

    plan = context.plan
    own = plan.project.calendar
    calendar = working_calendar(compile_calendars(plan.calendars, [] if own is None else [own]), own)
    found = {}
    for task_id, (start, finish) in bounds.items():
        span = max(0, calendar.work_between(start, finish))
        context.assume("dates", task_id, "existence", True)
        context.assume("task", task_id, "duration", span)
        found[task_id] = {"START": start, "FINISH": finish, "DURATION": context.units.working(span)}
    return found


def _bounds(context: Context) -> dict[int, tuple[int, int]]:
    plan, outline = context.plan, context.outline
    bounds: dict[int, tuple[int, int]] = {}
    for task_id in reversed(outline.order):
        saved = plan.saved.get(task_id)
        own = bounds.get(task_id)
        if saved is not None and saved.start is not None and saved.finish is not None:
            own = (saved.start, saved.finish)
        if own is not None:
            above = outline.parents[task_id]
            first, last = bounds.get(above, own)
            bounds[above] = (min(first, own[0]), max(last, own[1]))
    empty = (plan.project.start or 0, plan.project.start or 0)
    return {
        task.id: bounds.get(task.id, empty)
        for task in plan.tasks.values()
        if task.kind is TaskKind.WBS and task.id not in plan.saved
    }
