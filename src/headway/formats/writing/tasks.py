"""Rows of the outline for a draft, in its order, as Microsoft Project and its like have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.plan.outline import ROOT
from headway.formats.writing.baselines import baseline_fields
from headway.formats.writing.calendars import rule_of
from headway.formats.writing.custom import ACTIVITY_ID
from headway.formats.writing.draft import DraftTask, Fields
from headway.formats.writing.progress import progress_fields, saved_fields
from headway.formats.writing.rollup import rolled_fields
from headway.formats.writing.rows import amount_fields, filled, identity_fields, limit_fields, shape_fields

if TYPE_CHECKING:
    from headway.core.plan.entities import Task
    from headway.core.plan.outline import Outline
    from headway.formats.writing.context import Context
    from headway.formats.writing.custom import CustomSlots

_DEEPEST_CODES = 100
"""Codes made of row numbers grow with the depth: a chain of 10,000 levels would take 100 MB of them."""


def draft_tasks(context: Context, slots: CustomSlots) -> tuple[DraftTask, ...]:
    """All tasks; Microsoft Project gets its row 0, which stands for the project."""
    outline = context.outline
    codes, places = _codes(outline), _places(outline)
    baselines, rolled = baseline_fields(context), rolled_fields(context)
    rows = [_project_row(context)] if context.format.name == "mspdi" else []
    for row, task_id in enumerate(outline.order, 1):
        task = context.plan.tasks[task_id]
        fields = {"ID": row, "WBS": codes.get(task_id), "OUTLINE_NUMBER": places.get(task_id)}
        fields |= {"SUMMARY": outline.is_summary(task_id)} | identity_fields(task, context)
        fields |= shape_fields(task, context) | limit_fields(task, context) | progress_fields(task, context)
        fields |= saved_fields(task, context) | amount_fields(task.amounts, context)
        fields |= rolled.get(task_id, {}) | baselines.get(task_id, {}) | slots.fields("task", task.custom)
        if task.wbs is not None and task.wbs == places.get(task_id):
            context.assume("task", task_id, "wbs", None)
        if task.wbs is None:
            context.assume("task", task_id, "wbs", codes.get(task_id))
        fields |= _activity_id(task, context, slots)
        # The rule's dates have no time of day, and the library writes none in a format that has one.
        rule = None if context.format.name == "mpx" else rule_of(task.recurrence)
        rows.append(DraftTask(outline.levels[task_id], filled(fields), rule))
    return tuple(rows)


def _activity_id(task: Task, context: Context, slots: CustomSlots) -> Fields:
    """P6's activity id, for which these formats have no field, as a text under that name."""
    code = None if task.external is None else task.external.code
    if code is None or slots.activity_id is None:
        return {}
    context.assume("task", task.id, f"custom.{ACTIVITY_ID}", code)
    return {slots.activity_id: code}


def _codes(outline: Outline) -> dict[int, str]:
    if max(outline.levels.values(), default=0) <= _DEEPEST_CODES:
        return outline.wbs()
    return {task_id: task.wbs for task_id, task in outline.tasks.items() if task.wbs is not None}


def _places(outline: Outline) -> dict[int, str]:
    """Place in the outline, as ``1.2.3``; not for very deep ones."""
    places: dict[int, str] = {ROOT: ""}
    if max(outline.levels.values(), default=0) > _DEEPEST_CODES:
        return places
    numbers = {task_id: number for below in outline.children.values() for number, task_id in enumerate(below, 1)}
    for task_id in outline.order:
        above = places[outline.parents[task_id]]
        places[task_id] = f"{above}.{numbers[task_id]}" if above else str(numbers[task_id])
    return places


def _project_row(context: Context) -> DraftTask:
    project = context.plan.project
    fields = {"ID": 0, "UNIQUE_ID": 0, "NAME": project.name, "SUMMARY": True, "ACTIVE": True, "WBS": "0"}
    dates = {"OUTLINE_NUMBER": "0", "START": project.start, "FINISH": project.finish}
    return DraftTask(0, filled(fields | dates))
