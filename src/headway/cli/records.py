"""Tasks as the records that ``--json`` prints."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from headway.core.message import Message
from headway.core.plan.entities import LagKind, Link
from headway.core.plan.outline import Outline, outline_of
from headway.core.plan.plan import Plan, Rules
from headway.core.schedule import Schedule
from headway.core.schedule.drivers import Drivers, find_drivers
from headway.core.schedule.findings import Severity, findings
from headway.core.time import TENTHS_PER_MINUTE
from headway.formats.tables.rows import is_milestone as is_milestone
from headway.formats.tables.rows import row_number as row_number
from headway.formats.tables.rows import unique_id as unique_id
from headway.formats.tables.texts import cell_text, inert
from headway.messages import render
from headway.reports.extent import shown_finish
from headway.reports.wording import iso, minutes

_LINKS_LEFT_OUT = frozenset({"loop", "too_many_loops", "link_inside_summary"})
RULE_NAMES = MappingProxyType({Rules.MSPROJECT: "MS Project", Rules.P6: "P6"})


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A schedule with what its records need."""

    schedule: Schedule
    outline: Outline
    drivers: Drivers

    @property
    def plan(self) -> Plan:
        return self.schedule.compiled.plan


def scheduled(schedule: Schedule) -> Scheduled:
    """Outline and drivers beside the schedule."""
    return Scheduled(schedule, outline_of(schedule.compiled.plan), find_drivers(schedule))


def schedule_record(found: Scheduled, notes: tuple[str, ...] = ()) -> dict[str, Any]:
    """The whole answer of ``schedule --json``; ``notes`` are the reader's warnings."""
    reading = [{"code": "reading", "severity": "note", "message": note, "tasks": []} for note in notes]
    project = found.plan.project
    tasks = task_records(found)
    warnings = finding_records(found)
    starts = [task["start"] for task in tasks if task["start"] is not None and not task["summary"]]
    return {
        "project": {
            "name": project.name,
            "start": min(starts, default=iso(project.start)),
            "finish": iso(shown_finish(found.schedule)),
            "must_finish_by": iso(project.must_finish_by),
            "schedule_from": "finish" if project.from_finish else "start",
            "minutes_per_day": project.minutes_per_day,
            "minutes_per_week": project.minutes_per_week,
        },
        "rules": project.rules.value,
        "dates": "computed",
        "data_date": iso(project.data_date),
        "status": status(found.plan, tasks, warnings),
        "warnings": [*reading, *warnings],
        "tasks": tasks,
    }


def status(plan: Plan, tasks: list[dict[str, Any]], warnings: list[dict[str, Any]]) -> str:
    """``empty`` without tasks; ``partial`` when an active one has no dates or some link could not be kept."""
    if not tasks:
        return "empty"
    inactive = {unique_id(task) for task in plan.tasks.values() if task.inactive}
    undated = {task["unique_id"] for task in tasks if task["start"] is None and not task["summary"]}
    cut = any(each["code"] in _LINKS_LEFT_OUT for each in warnings)
    return "partial" if cut or undated - inactive else "ok"


def finding_records(found: Scheduled) -> list[dict[str, Any]]:
    """What is wrong or doubtful, worst first: code, severity, sentence and the unique ids of the tasks concerned."""
    tasks = found.plan.tasks
    return [
        {
            "code": finding.code,
            "severity": finding.severity.value,
            "message": sentence(finding.message, found.plan),
            "tasks": [unique_id(tasks[task_id]) for task_id in finding.tasks if task_id in tasks],
        }
        for finding in findings(found.schedule, found.drivers)
    ]


def sentence(message: Message, plan: Plan) -> str:
    """A message in the words of the catalogue and the project's days."""
    return render(message, minutes_per_day=plan.project.minutes_per_day)


def is_alarming(finding: dict[str, Any]) -> bool:
    """Whether ``--strict`` fails on it: all but notes."""
    return bool(finding["severity"] != Severity.NOTE.value)


def task_records(found: Scheduled) -> list[dict[str, Any]]:
    """One record a task, summaries included, in outline order."""
    codes = found.outline.wbs()
    critical = found.drivers.critical()
    index = found.schedule.compiled.index
    return [_record(found, task_id, codes[task_id], bool(critical[index[task_id]])) for task_id in found.outline.order]


def task_record(found: Scheduled, task_id: int) -> dict[str, Any]:
    """The record of one task."""
    critical = bool(found.drivers.critical()[found.schedule.compiled.index[task_id]])
    return _record(found, task_id, found.outline.wbs_of(task_id), critical)


def _record(found: Scheduled, task_id: int, code: str, critical: bool) -> dict[str, Any]:
    task, dates = found.plan.tasks[task_id], found.schedule.dates(task_id)
    summary = found.outline.is_summary(task_id)
    return {
        "unique_id": unique_id(task),
        "id": row_number(task, found.outline),
        "wbs": code,
        "name": task.name,
        "summary": summary,
        "milestone": is_milestone(task),
        "start": iso(dates.start),
        "finish": iso(dates.finish),
        "early_start": iso(dates.early_start),
        "early_finish": iso(dates.early_finish),
        "late_start": iso(dates.late_start),
        "late_finish": iso(dates.late_finish),
        "total_float_minutes": minutes(dates.total_float),
        "free_float_minutes": minutes(dates.free_float),
        "critical": critical or (summary and dates.critical),
        "drivers": [driver_record(found.plan, found.plan.links[link]) for link in found.drivers.links(task_id)],
    }


def driver_record(plan: Plan, link: Link) -> dict[str, Any]:
    """A driving link: predecessor, type and lag (percent lags in minutes of the predecessor's duration)."""
    return {
        "unique_id": unique_id(plan.tasks[link.predecessor]),
        "type": link.kind.value,
        "lag_minutes": lag_minutes(plan, link),
    }


def lag_minutes(plan: Plan, link: Link) -> int | float | None:
    """The lag of a link in minutes."""
    if link.lag_kind in (LagKind.PERCENT, LagKind.ELAPSED_PERCENT):
        tenths = plan.tasks[link.predecessor].duration * link.lag / 10_000
        return round(tenths / TENTHS_PER_MINUTE, 1)
    return minutes(link.lag)


def driver_texts(found: Scheduled) -> dict[int, str]:
    """The driving links of each task as text, by unique id and minutes: ``106FS+480m``."""
    plan = found.plan
    texts = {}
    for task_id in found.outline.order:
        links = [driver_record(plan, plan.links[link]) for link in found.drivers.links(task_id)]
        texts[task_id] = "; ".join(_driver_text(each) for each in links)
    return texts


def to_csv(records: list[dict[str, Any]]) -> bytes:
    """Records as CSV with a head line (UTF-8 with a mark, so that spreadsheets read it); no text begins a formula."""
    text = io.StringIO(newline="")
    if records:
        writer = csv.DictWriter(text, list(records[0]), restval="", extrasaction="ignore")
        writer.writeheader()
        writer.writerows({key: _cell(value) for key, value in record.items()} for record in records)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return inert(cell_text("; ".join(map(str, value))))
    return inert(cell_text(value)) if isinstance(value, str) else value


def _driver_text(driver: dict[str, Any]) -> str:
    lag = driver["lag_minutes"]
    return f"{driver['unique_id']}{driver['type']}" + (f"{lag:+g}m" if lag else "")
