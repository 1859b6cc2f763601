"""What reading and writing a plan do not keep, as data and on a screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.text import Text

from headway.cli import screen
from headway.cli.records import to_csv as records_to_csv
from headway.cli.records import unique_id
from headway.core.plan.plan import Plan
from headway.formats.results import Loss, WriteLoss

SHOWN = 12
"""Losses of one step that a screen shows."""
_TASKS = ("task", "dates")
_HEADS = ("step", "entity", "field", "count", "unique_id", "name", "before", "after", "example", "reason")


def reading_records(losses: Iterable[Loss]) -> list[dict[str, Any]]:
    """What the file holds that the plan does not keep."""
    return [
        {
            "entity": each.entity,
            "field": each.field,
            "count": each.count,
            "example": each.example,
            "reason": each.reason,
        }
        for each in losses
    ]


def writing_records(losses: Iterable[WriteLoss], plan: Plan) -> list[dict[str, Any]]:
    """What the plan holds that the written file does not; ``unique_id`` and ``name`` are those of the first one."""
    return [
        {
            "entity": each.entity,
            "field": each.field,
            "count": each.count,
            "unique_id": unique_id(plan.tasks[each.id]) if each.entity in _TASKS and each.id in plan.tasks else each.id,
            "name": each.name,
            "before": each.before,
            "after": each.after,
            "reason": each.reason,
        }
        for each in losses
    ]


def to_csv(reading: list[dict[str, Any]], writing: list[dict[str, Any]]) -> bytes:
    """Both lists as one comma-separated file; the column ``step`` tells them apart."""
    blank = dict.fromkeys(_HEADS, "")
    steps = (("reading", reading), ("writing", writing))
    rows = [{**blank, "step": step, **record} for step, records in steps for record in records]
    return records_to_csv(rows or [blank])


def show(title: str, records: list[dict[str, Any]]) -> None:
    """A step's losses, those that touch most rows first and identifiers last, or nothing."""
    if not records:
        return
    console = screen.out()
    console.print()
    console.print(Text(title, style="bold"))
    ordered = sorted(records, key=lambda each: (each["field"].startswith("external."), -each["count"]))
    rows: list[list[str | Text]] = [[f"{each['count']:>7,}", _said(each)] for each in ordered[:SHOWN]]
    console.print(screen.lines(rows, widths=(8,)))
    rest = len(ordered) - SHOWN
    if rest > 0:
        console.print(Text(f"… {rest:,} more fields; --json and --losses have all.", style=screen.FAINT))


def _said(record: dict[str, Any]) -> Text:
    """What it is, and below it the first one and why."""
    example, reason = _example(record), record["reason"]
    below = f"{example} ({reason})" if example and reason else example or reason
    return Text.assemble(_what(record), (f"\n{below}" if below else "", screen.FAINT))


def _what(record: dict[str, Any]) -> str:
    if record["field"] == "existence":
        return "dates of rows left out" if record["entity"] == "dates" else f"{record['entity']}s left out"
    return f"{record['entity']}: {record['field'].replace('_', ' ')}"


def _example(record: dict[str, Any]) -> str:
    if "example" in record:
        return str(record["example"])
    before, after = record["before"], record["after"]
    change = f"{before or 'nothing'} → {after}" if after else before
    return ": ".join(part for part in (record["name"], change) if part)
