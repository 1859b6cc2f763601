"""Rows of the outline for a draft, in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.plan.entities import TaskKind
from headway.core.plan.outline import ROOT, outline_of
from headway.formats.writing.baselines import baseline_fields
from headway.formats.writing.calendars import rule_of
from headway.formats.writing.draft import DraftTask, Fields
from headway.formats.writing.progress import progress_fields, saved_fields
from headway.formats.writing.quantities import money

if TYPE_CHECKING:
    from headway.core.plan.entities import Amounts, Constraint, Task
    from headway.core.plan.outline import Outline
    from headway.formats.writing.context import Context
    from headway.formats.writing.custom import CustomSlots

_DEEPEST_CODES = 100
"""Codes made of row numbers grow with the depth: a chain of 10,000 levels would take 100 MB of them."""
_P6_KINDS = {
    TaskKind.START_MILESTONE: "START_MILESTONE",
    TaskKind.FINISH_MILESTONE: "FINISH_MILESTONE",
    TaskKind.LEVEL_OF_EFFORT: "LEVEL_OF_EFFORT",
    TaskKind.WBS_SUMMARY: "WBS_SUMMARY",
    TaskKind.HAMMOCK: "HAMMOCK",
}


def draft_tasks(context: Context, slots: CustomSlots) -> tuple[DraftTask, ...]:
    """All tasks; Microsoft Project gets its row 0, which stands for the project."""
    outline = outline_of(context.plan)
    codes, places = _codes(outline), _places(outline)
    baselines = baseline_fields(context)
    rows = [_project_row(context)] if context.format.name == "mspdi" else []
    for row, task_id in enumerate(outline.order, 1):
        task = context.plan.tasks[task_id]
        summary = outline.is_summary(task_id)
        fields = {"ID": row, "SUMMARY": summary, "WBS": codes.get(task_id), "OUTLINE_NUMBER": places.get(task_id)}
        fields |= _identity(task, context)
        fields |= _shape(task, context) | _limits(task, context) | progress_fields(task, context)
        fields |= saved_fields(task, context) | amount_fields(task.amounts, context)
        if context.format.p6 and not summary:
            fields |= _activity(task)
        fields |= baselines.get(task_id, {}) | slots.fields("task", task.custom)
        rule = None if task.recurrence is None else rule_of(task.recurrence)
        rows.append(DraftTask(outline.levels[task_id], filled(fields), rule))
    return tuple(rows)


def filled(fields: Fields) -> Fields:
    """Only what has a value."""
    return {name: value for name, value in fields.items() if value is not None}


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
    dates = {"START": project.start, "FINISH": project.finish}
    fields = {
        "ID": 0,
        "UNIQUE_ID": 0,
        "NAME": project.name,
        "SUMMARY": True,
        "ACTIVE": True,
        "WBS": "0",
        "OUTLINE_NUMBER": "0",
    }
    return DraftTask(0, filled(fields | dates))


def _identity(task: Task, context: Context) -> Fields:
    external = task.external
    return {
        "UNIQUE_ID": context.tasks[task.id],
        "NAME": task.name,
        "NOTES": task.notes,
        "GUID": None if external is None else external.guid,
    }


def _shape(task: Task, context: Context) -> Fields:
    """How long, of which kind, by whose calendar."""
    units = context.units
    span = units.elapsed(task.duration) if task.elapsed else units.working(task.duration)
    manual = task.manual
    fields: Fields = {
        "DURATION": span,
        "ESTIMATED": task.estimated,
        "MILESTONE": task.milestone,
        "ACTIVE": not task.inactive,
        "TASK_MODE": "AUTO_SCHEDULED" if manual is None else "MANUALLY_SCHEDULED",
        "CALENDAR_UNIQUE_ID": context.calendars.get(task.calendar),
        "IGNORE_RESOURCE_CALENDAR": task.ignore_resource_calendars,
        "PRIORITY": task.priority,
        "TYPE": task.type.name,
        "EFFORT_DRIVEN": task.effort_driven,
        "RECURRING": task.recurring,
    }
    if manual is not None:
        fields["MANUAL_DURATION"] = span if manual.duration is None else units.working(manual.duration)
    if task.levelling_delay:
        delay = units.elapsed if task.levelling_delay_elapsed else units.working
        fields["LEVELING_DELAY"] = delay(task.levelling_delay)
    return fields


def _limits(task: Task, context: Context) -> Fields:
    fields: Fields = {"DEADLINE": task.deadline, "EXPECTED_FINISH": task.expected_finish}
    fields |= _constraint(task.constraint, "CONSTRAINT")
    if task.secondary_constraint is not None and context.format.p6:
        fields |= _constraint(task.secondary_constraint, "SECONDARY_CONSTRAINT")
    return fields


def _constraint(constraint: Constraint | None, name: str) -> Fields:
    if constraint is None:
        return {f"{name}_TYPE": "AS_SOON_AS_POSSIBLE" if name == "CONSTRAINT" else None}
    return {f"{name}_TYPE": constraint.kind.name, f"{name}_DATE": constraint.date}


def amount_fields(amounts: Amounts | None, context: Context) -> Fields:
    """Work and cost of a task."""
    if amounts is None:
        return {}
    work = context.units.work
    return {
        "WORK": work(amounts.work),
        "ACTUAL_WORK": work(amounts.actual_work),
        "REMAINING_WORK": work(amounts.remaining_work),
        "COST": money(amounts.cost),
        "ACTUAL_COST": money(amounts.actual_cost),
        "REMAINING_COST": money(amounts.remaining_cost),
        "FIXED_COST": money(amounts.fixed_cost),
    }


def _activity(task: Task) -> Fields:
    """What P6 knows of an activity beyond a task."""
    kind = "RESOURCE_DEPENDENT" if task.resource_dependent else _P6_KINDS.get(task.kind, "TASK_DEPENDENT")
    if task.milestone and task.kind is TaskKind.TASK:
        kind = "FINISH_MILESTONE"
    return {"ACTIVITY_TYPE": kind, "ACTIVITY_ID": None if task.external is None else task.external.code}
