"""The record of a plan with the dates its file was saved with: the same keys as that of a schedule."""

from __future__ import annotations

from typing import Any

from headway.formats.tables.rows import Tables, TaskRow
from headway.reports.wording import iso, minutes

SAVED = "The dates are those saved in the file; nothing was computed, so drivers are not known."


def saved_record(tables: Tables, notes: tuple[str, ...] = ()) -> dict[str, Any]:
    """The whole record; ``notes`` are the reader's warnings."""
    project = tables.plan.project
    tasks = [_task(row) for row in tables.tasks]
    leaves = [row.dates for row in tables.tasks if not row.summary]
    finish = max((each.finish for each in leaves if each.finish is not None), default=project.finish)
    start = min((each.start for each in leaves if each.start is not None), default=project.start)
    said = [("reading", each) for each in notes] + [("saved_dates", SAVED)]
    undated = any(row.dates.start is None and not row.summary and not row.task.inactive for row in tables.tasks)
    return {
        "project": {
            "name": project.name,
            "start": iso(start),
            "finish": iso(finish),
            "must_finish_by": iso(project.must_finish_by),
            "schedule_from": "finish" if project.from_finish else "start",
            "minutes_per_day": project.minutes_per_day,
            "minutes_per_week": project.minutes_per_week,
        },
        "rules": project.rules.value,
        "dates": "saved",
        "data_date": iso(project.data_date),
        "status": "empty" if not tasks else "partial" if undated else "ok",
        "warnings": [{"code": code, "severity": "note", "message": text, "tasks": []} for code, text in said],
        "tasks": tasks,
    }


def _task(row: TaskRow) -> dict[str, Any]:
    dates = row.dates
    return {
        "unique_id": row.unique_id,
        "id": row.row,
        "wbs": row.wbs,
        "name": row.task.name,
        "summary": row.summary,
        "milestone": row.milestone,
        "start": iso(dates.start),
        "finish": iso(dates.finish),
        "early_start": iso(dates.early_start),
        "early_finish": iso(dates.early_finish),
        "late_start": iso(dates.late_start),
        "late_finish": iso(dates.late_finish),
        "total_float_minutes": minutes(dates.total_float),
        "free_float_minutes": minutes(dates.free_float),
        "critical": bool(dates.critical),
        "drivers": [],
    }
