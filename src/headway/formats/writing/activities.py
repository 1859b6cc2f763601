"""Elements of the work breakdown and activities for a draft, as P6 has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from headway.core.plan.entities import TaskKind
from headway.formats.writing import p6
from headway.formats.writing.baselines import baseline_fields
from headway.formats.writing.draft import DraftTask, Fields
from headway.formats.writing.expenses import expenses_of
from headway.formats.writing.progress import progress_fields, saved_fields
from headway.formats.writing.rows import amount_fields, filled, identity_fields, limit_fields, shape_fields

if TYPE_CHECKING:
    from headway.core.plan.entities import Task
    from headway.formats.writing.context import Context
    from headway.formats.writing.custom import CustomSlots

_KINDS = {
    TaskKind.START_MILESTONE: "START_MILESTONE",
    TaskKind.FINISH_MILESTONE: "FINISH_MILESTONE",
    TaskKind.LEVEL_OF_EFFORT: "LEVEL_OF_EFFORT",
    TaskKind.WBS_SUMMARY: "WBS_SUMMARY",
    TaskKind.HAMMOCK: "HAMMOCK",
}


@dataclass(frozen=True, slots=True)
class _Codes:
    wbs: dict[int, str]
    activities: dict[int, str]


def draft_activities(context: Context, slots: CustomSlots) -> tuple[DraftTask, ...]:
    """All rows; a XER gets one root, since P6 takes no other, and in P6 XML the project is the root."""
    outline = context.outline
    project = p6.project_code(context)
    folded = p6.folded_root(context)
    wants_root = context.format.name == "xer" and not p6.has_root(context)
    is_root = p6.has_root(context) and (folded is not None or context.format.name == "xer")
    codes = _Codes(p6.wbs_codes(context, "" if is_root else project), p6.activity_codes(context))
    baselines, expenses = baseline_fields(context), expenses_of(context)
    rows = [_root(context, project)] if wants_root else []
    shift = int(wants_root) - int(folded is not None)
    for task_id in outline.order:
        task = context.plan.tasks[task_id]
        if task_id == folded:
            context.folded.append(task_id)
            continue
        fields: Fields = {"ID": len(rows) + 1} | identity_fields(task, context) | slots.fields("task", task.custom)
        if outline.is_summary(task_id):
            fields |= _element(task, codes.wbs[task_id], context)
        else:
            fields |= _activity(task, context, codes) | baselines.get(task_id, {})
        _assume_notes(task, context)
        expense = None if outline.is_summary(task_id) else expenses.get(task_id)
        rows.append(DraftTask(outline.levels[task_id] + shift, filled(fields), expense=expense))
    return tuple(rows)


def _element(task: Task, code: str, context: Context) -> Fields:
    """An element of the work breakdown: it has no dates of its own."""
    if task.external is None or task.external.code is None:
        context.assume("task", task.id, "external.code", code)
    return {"SUMMARY": True, "WBS": code}


def _root(context: Context, code: str) -> DraftTask:
    number = context.add("task", context.tasks)
    return DraftTask(1, {"ID": 1, "UNIQUE_ID": number, "NAME": context.plan.project.name, "SUMMARY": True, "WBS": code})


def _activity(task: Task, context: Context, codes: _Codes) -> Fields:
    fields = shape_fields(task, context) | limit_fields(task, context) | amount_fields(task.amounts, context)
    fields |= _planned(task, context) | progress_fields(task, context) | saved_fields(task, context)
    fields |= {"ACTIVITY_TYPE": _kind(task, context), "ACTIVITY_ID": codes.activities[task.id]}
    fields |= {"SUMMARY": False, "CALENDAR_UNIQUE_ID": _calendar(task, context)}
    above = context.outline.parents[task.id]
    if task.wbs is None:
        context.assume("task", task.id, "wbs", codes.wbs.get(above))
    if not task.ignore_resource_calendars:
        context.assume("task", task.id, "ignore_resource_calendars", True)
    return fields


def _kind(task: Task, context: Context) -> str:
    if task.resource_dependent:
        return "RESOURCE_DEPENDENT"
    if task.kind is TaskKind.TASK and task.milestone and task.duration == 0:
        context.assume("task", task.id, "kind", TaskKind.FINISH_MILESTONE)
        return "FINISH_MILESTONE"
    return _KINDS.get(task.kind, "TASK_DEPENDENT")


def _calendar(task: Task, context: Context) -> int:
    """Every activity of P6 has a calendar; without its own that of the project."""
    own = context.calendars.get(task.calendar)
    if own is not None:
        return own
    if not context.standard:
        context.assume("task", task.id, "calendar", context.plan.project.calendar)
    return context.project_calendar


def _planned(task: Task, context: Context) -> Fields:
    """Planned dates of a plan that has none: where the work lies now."""
    dates = context.plan.saved.get(task.id) or task.manual
    if dates is None or dates.start is None or dates.finish is None:
        return {}
    return {"PLANNED_START": dates.start, "PLANNED_FINISH": max(dates.start, dates.finish)}


def _assume_notes(task: Task, context: Context) -> None:
    """P6 keeps notes under topics, and reading puts the topic's name before them."""
    if task.notes:
        context.assumed["task", task.id, "notes"] = f"Notes\n{task.notes}"
