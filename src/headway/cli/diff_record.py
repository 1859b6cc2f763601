"""The comparison of two plans as the data that ``diff --json`` prints and that files hold.

Dates are ISO without a zone, spans minutes, money, percentages and units plain numbers; entities are named by the
unique ids of their files, the old file's for what both have.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import msgspec

from headway.cli.records import to_csv, unique_id
from headway.core.changes import Change, Put, Set, id_of
from headway.core.diff import Cause, CauseEffect, DateMove, FinishMove, FinishStep, PlanDiff
from headway.core.message import Length, Message, Moment, TaskName
from headway.core.plan.entities import LagKind
from headway.core.plan.plan import Plan
from headway.core.time import from_day
from headway.messages import render
from headway.reports.wording import iso, minutes

MOMENTS = frozenset(
    {
        *("start", "finish", "actual_start", "actual_finish", "date", "deadline", "expected_finish", "stop", "resume"),
        *("suspended", "data_date", "must_finish_by", "taken", "external_early_start", "external_late_finish"),
        *("early_start", "early_finish", "late_start", "late_finish", "remaining_early_start"),
        *("remaining_early_finish", "remaining_late_start", "remaining_late_finish"),
    }
)
SPANS = frozenset(
    {
        *("duration", "actual_duration", "remaining_duration", "levelling_delay", "delay", "lag", "work"),
        *("actual_work", "remaining_work", "overtime_work", "remaining_overtime_work", "minimum", "likely"),
        *("maximum", "critical_float", "default_start_time", "default_finish_time", "total_float", "free_float"),
    }
)
SCALES = MappingProxyType(
    {
        **dict.fromkeys(("cost", "actual_cost", "remaining_cost", "fixed_cost"), 10_000),
        **dict.fromkeys(("standard", "overtime", "per_use"), 10_000),
        **dict.fromkeys(("percent_complete", "physical_percent", "work_percent"), 100),
        **dict.fromkeys(("units", "max_units", "remaining_units"), 100),
    }
)
"""How many of a plan's units are one: of money, one percent."""
REFERENCES = MappingProxyType(
    {
        **dict.fromkeys(("parent", "task", "predecessor", "successor"), "tasks"),
        "calendar": "calendars",
        "resource": "resources",
        "sprint": "sprints",
    }
)
COLLECTIONS = MappingProxyType({"saved": "tasks", "project": ""})
PERCENT_LAGS = (LagKind.PERCENT.value, LagKind.ELAPSED_PERCENT.value)


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison with the old plan and the names of both files."""

    diff: PlanDiff
    old: Plan
    names: tuple[str, str]

    @property
    def new(self) -> Plan:
        """The new plan, in the numbers of the old one."""
        return self.diff.matching.plan

    def entity(self, collection: str, number: int) -> Any:
        """An entity as it is now; one that is gone as it was; ``None`` when neither plan has it."""
        return getattr(self.new, collection).get(number) or getattr(self.old, collection).get(number)

    def unique_id(self, number: int, collection: str = "tasks") -> int:
        """The unique id of an entity by its number; the number of one that came from no file."""
        there = self.entity(collection, number)
        return unique_id(there) if hasattr(there, "external") else number

    def text(self, message: Message) -> str:
        """A message in the words of the catalogue and the new plan's days."""
        return render(message, minutes_per_day=self.new.project.minutes_per_day)


def diff_record(compared: Compared) -> dict[str, Any]:
    """The whole answer of ``diff --json``."""
    changes = [change_record(compared, change) for change in compared.diff.changes]
    return {"changes": changes, "summary": summary_record(compared)}


def change_record(compared: Compared, change: Change) -> dict[str, Any]:
    """One raw change: a field, or a whole entity without the fields that are at their default."""
    number, kind = id_of(change), change.entity
    collection = COLLECTIONS.get(kind, f"{kind}s")
    there = compared.entity(collection, number) if collection else compared.new.project
    found: dict[str, Any] = {
        "change": "set" if isinstance(change, Set) else "put" if isinstance(change, Put) else "remove",
        "entity": kind,
        "unique_id": compared.unique_id(number, collection) if collection else 0,
        "name": getattr(there, "name", None),
    }
    if kind == "link":
        found |= {end: compared.unique_id(getattr(there, end)) for end in ("predecessor", "successor")}
    if isinstance(change, Set):
        found["field"] = change.field
        found["before"], found["after"] = (
            field_value(compared, change, each) for each in (change.before, change.after)
        )
    else:
        found["before"], found["after"] = (
            entity_record(compared, each) for each in (change.before, getattr(change, "after", None))
        )
    return found


def field_value(compared: Compared, change: Set, value: Any) -> Any:
    """The value of a changed field; lags in percent are no spans."""
    if change.entity == "link" and change.field == "lag":
        sides = (compared.old, value == change.before), (compared.new, value != change.before)
        link = next(plan.links[change.id] for plan, fits in sides if fits)
        return lag(value, link.lag_kind.value)
    return plain(compared, change.field, msgspec.to_builtins(value))


def entity_record(compared: Compared, value: Any) -> dict[str, Any] | None:
    """A whole entity."""
    if value is None:
        return None
    fields: dict[str, Any] = msgspec.to_builtins(value)
    found = {name: plain(compared, name, each) for name, each in fields.items() if name not in ("id", "rank")}
    if "lag" in fields:
        found["lag"] = lag(fields["lag"], fields.get("lag_kind", ""))
    return found


def lag(value: int, kind: str) -> int | float | None:
    """Minutes, or percent of the predecessor's duration."""
    return value / 100 if kind in PERCENT_LAGS else minutes(value)


def plain(compared: Compared, field: str, value: Any, inside: str = "") -> Any:
    """A value as data, by the name of its field and of the one that it stands in."""
    if isinstance(value, dict):
        return {name: plain(compared, name, each, field) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(compared, field, each, inside) for each in value]
    if isinstance(value, bool) or not isinstance(value, int) or inside == "custom":
        return value
    if inside in ("days", "shifts"):
        return minutes(value)
    if field in ("first", "last") or (inside == "recurrence" and field in ("start", "finish")):
        return from_day(value).isoformat()
    if field in REFERENCES:
        return compared.unique_id(value, REFERENCES[field]) if value else None
    if field in MOMENTS:
        return iso(value)
    return minutes(value) if field in SPANS else value / SCALES[field] if field in SCALES else value


def summary_record(compared: Compared) -> dict[str, Any]:
    """The grouped part, every fact with its sentence."""
    diff, summary = compared.diff, compared.diff.summary
    totals = summary.totals
    return {
        "old": compared.names[0],
        "new": compared.names[1],
        "same": diff.same,
        "headline": compared.text(summary.headline),
        "finish": finish_record(compared, summary.finish),
        "causes": [effect_record(compared, each) for each in summary.causes],
        "milestones": [move_record(compared, each) for each in summary.milestones],
        "dates": [move_record(compared, each) for each in summary.dates],
        "groups": [
            {
                "group": group.group.value,
                "title": compared.text(group.message),
                "count": len(group.items),
                "items": [
                    {"text": compared.text(item.message), "entity": item.entity, "unique_id": item_id(compared, item)}
                    for item in group.items
                ],
            }
            for group in summary.groups
        ],
        "totals": {
            "work_before_minutes": minutes(totals.work_before),
            "work_after_minutes": minutes(totals.work_after),
            "cost_before": totals.cost_before / 10_000,
            "cost_after": totals.cost_after / 10_000,
        },
    }


def item_id(compared: Compared, item: Any) -> int:
    """The unique id of what an item is about; 0 for the project."""
    collection = COLLECTIONS.get(item.entity, f"{item.entity}s")
    return compared.unique_id(item.id, collection) if collection else 0


def finish_record(compared: Compared, finish: FinishMove) -> dict[str, Any]:
    """The move of the project's finish with its steps."""
    return {
        "text": compared.text(finish.message),
        "before": moment(finish.before),
        "after": moment(finish.after),
        **slip_record(finish.slip),
        "steps": [step_record(compared, each) for each in finish.steps],
    }


def step_record(compared: Compared, step: FinishStep) -> dict[str, Any]:
    """One step."""
    return {
        "step": step.kind.value,
        "text": compared.text(step.message),
        "before": moment(step.before),
        "after": moment(step.after),
        **slip_record(step.slip),
        "changes": step.changes,
        "causes": [cause_record(compared, each) for each in step.causes],
    }


def slip_record(slip: Length, name: str = "slip") -> dict[str, Any]:
    """A slip in minutes: of working time, or of calendar time where no working time lies between."""
    return {f"{name}_minutes": minutes(slip.span), f"{name}_elapsed": slip.elapsed}


def cause_record(compared: Compared, cause: Cause) -> dict[str, Any]:
    """A root cause and the way it took."""
    return {
        "cause": cause.kind.value,
        "text": compared.text(cause.message),
        "unique_id": task_id(compared, cause.task),
        "via": [task_id(compared, each) for each in cause.via],
    }


def effect_record(compared: Compared, effect: CauseEffect) -> dict[str, Any]:
    """A root cause and all that it moved."""
    return {
        **cause_record(compared, effect.cause),
        "effect": compared.text(effect.message),
        "on_finish": effect.on_finish,
        "tasks": [compared.unique_id(each) for each in effect.tasks],
        "milestones": [compared.unique_id(each) for each in effect.milestones],
        **slip_record(effect.slip),
    }


def move_record(compared: Compared, move: DateMove) -> dict[str, Any]:
    """A task that moved."""
    return {
        "unique_id": task_id(compared, move.task),
        "name": move.task.name,
        "text": compared.text(move.message),
        "milestone": move.milestone,
        "summary": move.summary,
        "critical": move.critical,
        "start_before": moment(move.start_before),
        "start_after": moment(move.start_after),
        "finish_before": moment(move.finish_before),
        "finish_after": moment(move.finish_after),
        **slip_record(move.start_slip, "start_slip"),
        **slip_record(move.slip),
        "causes": [cause_record(compared, each) for each in move.causes],
    }


def moment(at: Moment | None) -> str | None:
    """A moment as ISO."""
    return None if at is None else iso(at.instant)


def task_id(compared: Compared, task: TaskName | None) -> int | None:
    """The unique id of a named task."""
    return None if task is None else compared.unique_id(task.id)


def rows(compared: Compared) -> list[dict[str, Any]]:
    """Everything as rows of one table: moved dates first, then each change in its group."""
    found = [
        {
            "group": "dates",
            "unique_id": task_id(compared, move.task),
            "name": move.task.name,
            "before": moment(move.finish_before),
            "after": moment(move.finish_after),
            "slip_minutes": minutes(move.slip.span),
            "text": compared.text(move.message),
        }
        for move in compared.diff.summary.dates
    ]
    for group in compared.diff.summary.groups:
        found += [
            {
                "group": group.group.value,
                "unique_id": item_id(compared, item),
                "name": "" if item.task is None else item.task.name,
                "before": None,
                "after": None,
                "slip_minutes": None,
                "text": compared.text(item.message),
            }
            for item in group.items
        ]
    return found


def to_json(compared: Compared) -> bytes:
    """The answer as a JSON document."""
    return msgspec.json.format(msgspec.json.encode(diff_record(compared)), indent=2) + b"\n"


def to_table(compared: Compared) -> bytes:
    """The answer as comma-separated values."""
    return to_csv(rows(compared))
