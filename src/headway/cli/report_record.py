"""The facts of a report as the record that ``report --json`` prints: ISO times, minutes, percent, the file's ids."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from headway.cli.records import unique_id
from headway.core.message import Message
from headway.core.plan.plan import Plan
from headway.messages import render
from headway.reports.plan_report.values import ReportFacts
from headway.reports.wording import iso, minutes

_INSTANTS = frozenset({
    "reference", "start", "finish", "must_finish_by", "baseline", "last", "now", "deadline", "monday", "months",
    "baseline_start", "baseline_finish", "work_ends",
})  # fmt: skip
_SPANS = frozenset({
    "slip", "moved", "total_float", "tightest", "span", "tolerance", "longest_span", "over", "up_to", "work", "total",
    "unspread",
})  # fmt: skip
_HUNDREDTHS = frozenset({"percent", "done"})


def report_record(facts: ReportFacts, plan: Plan) -> dict[str, Any]:
    """Local ISO times; lengths of working time in minutes, their names saying so; shares in percent; English words."""
    record: dict[str, Any] = _converted(asdict(facts), plan)
    return record


def _converted(value: Any, plan: Plan) -> Any:
    if isinstance(value, dict):
        return dict(_field(name, each, plan) for name, each in value.items())
    if isinstance(value, (list, tuple)):
        return [_converted(each, plan) for each in value]
    if isinstance(value, Message):
        return render(value, minutes_per_day=plan.project.minutes_per_day)
    return value


def _field(name: str, value: Any, plan: Plan) -> tuple[str, Any]:
    if isinstance(value, dict):
        return name, _converted(value, plan)
    if name in _INSTANTS:
        return name, [iso(each) for each in value] if isinstance(value, tuple) else iso(value)
    if name in _SPANS:
        return f"{name}_minutes", [minutes(each) for each in value] if isinstance(value, tuple) else minutes(value)
    if name in _HUNDREDTHS and isinstance(value, int):
        return "done_percent" if name == "done" else name, value / 100
    if name == "task":
        return "unique_id", unique_id(plan.tasks[value]) if value in plan.tasks else None
    return name, _converted(value, plan)
