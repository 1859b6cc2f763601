"""The facts of a page as the record that ``report --json`` prints: ISO times, minutes, percent, the file's ids."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from headway.cli.records import unique_id
from headway.core.plan.plan import Plan
from headway.reports.plan_page.values import PageFacts
from headway.reports.wording import iso, minutes

_INSTANTS = frozenset({"reference", "start", "finish", "must_finish_by", "baseline", "deadline", "soon_until"})
_SPANS = frozenset({"finish_slip", "slip", "total_float", "tightest"})
_HUNDREDTHS = frozenset({"percent", "done"})


def page_record(facts: PageFacts, plan: Plan) -> dict[str, Any]:
    """Local ISO times; lengths of working time in minutes, their names saying so; shares in percent."""
    record: dict[str, Any] = _converted(asdict(facts), plan)
    return record


def _converted(value: Any, plan: Plan) -> Any:
    if isinstance(value, dict):
        return dict(_field(name, each, plan) for name, each in value.items())
    if isinstance(value, (list, tuple)):
        return [_converted(each, plan) for each in value]
    return value


def _field(name: str, value: Any, plan: Plan) -> tuple[str, Any]:
    if name in _INSTANTS:
        return name, iso(value)
    if name in _SPANS:
        return f"{name}_minutes", minutes(value)
    if name in _HUNDREDTHS:
        return "done_percent" if name == "done" else name, value / 100
    if name == "task":
        return "unique_id", unique_id(plan.tasks[value])
    return name, _converted(value, plan)
