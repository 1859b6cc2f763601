"""Milestones and deadlines of a plan as an iCalendar file that calendars take in and, on the next import, update.

Every event is an all-day one: a plan's times are on the wall clock of its project and name no zone, and a day is right
in every zone.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, Event, vText

from headway._version import VERSION
from headway.core.plan.entities import TaskKind
from headway.core.time import TENTHS_PER_DAY, from_day
from headway.formats.tables.columns import Kind, spelled
from headway.formats.tables.texts import clean

if TYPE_CHECKING:
    from headway.core.plan.plan import Project
    from headway.formats.tables.rows import Tables, TaskRow

_COUNT_FROM = datetime(2020, 1, 1, tzinfo=UTC)
MOST_TEXT = 4_000


def encode_ics(tables: Tables, stamp: datetime) -> bytes:
    """The file.  ``stamp`` is when it is made, with its zone: a later one makes calendars replace what they have."""
    project = tables.plan.project
    calendar = Calendar()
    calendar.add("prodid", f"-//Headway//Headway {VERSION}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    name = vText(" ".join(_text(project.name).split()) or "Plan")
    calendar.add("x-wr-calname", name)
    calendar.add("name", name)
    by_id = tables.by_id
    for row in tables.tasks:
        above = by_id.get(row.task.parent)
        phase = above.task.name if above is not None else ""
        if row.milestone and row.dates.finish is not None and not row.task.inactive:
            calendar.add_component(_milestone(row, phase, project, stamp))
        if row.task.deadline is not None and not row.task.inactive:
            calendar.add_component(_deadline(row, phase, project, stamp))
    return bytes(calendar.to_ical())


def _milestone(row: TaskRow, phase: str, project: Project, stamp: datetime) -> Event:
    assert row.dates.finish is not None
    starts = row.task.kind is TaskKind.START_MILESTONE
    event = _event(row, project, stamp, "milestone", row.dates.finish + 1 if starts else row.dates.finish)
    event.add("summary", _text(row.task.name or "Milestone"))
    event.add("status", "CONFIRMED" if row.reached else "TENTATIVE")
    event.add("categories", ["Milestone", *(["Critical"] if row.critical else [])])
    event.add("description", _text("\n".join(_about(row, phase, project))))
    return event


def _deadline(row: TaskRow, phase: str, project: Project, stamp: datetime) -> Event:
    assert row.task.deadline is not None
    event = _event(row, project, stamp, "deadline", row.task.deadline)
    event.add("summary", _text(f"Deadline: {row.task.name}"))
    event.add("status", "CONFIRMED")
    event.add("categories", ["Deadline"])
    event.add("description", _text("\n".join(_about(row, phase, project))))
    return event


def _event(row: TaskRow, project: Project, stamp: datetime, what: str, instant: int) -> Event:
    day = day_of(instant)
    event = Event()
    event.add("uid", uid(row, project, what))
    event.add("dtstamp", stamp.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", max(0, int((stamp - _COUNT_FROM).total_seconds() // 60)))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("x-microsoft-cdo-busystatus", "FREE")
    return event


def day_of(instant: int) -> date:
    """The day of a milestone; midnight ends the day before.

    >>> day_of(14_400).isoformat(), day_of(14_401).isoformat()
    ('1970-01-01', '1970-01-02')
    """
    return from_day((instant - 1) // TENTHS_PER_DAY)


def uid(row: TaskRow, project: Project, what: str) -> str:
    """What tells the event from all others, the same in every export of the plan, whatever is renamed or moved."""
    source, own = project.external, row.task.external
    plan_key = (source and (source.guid or source.code)) or project.name
    task_key = (own and (own.guid or own.code)) or str(row.unique_id)
    digest = hashlib.sha256(f"{plan_key}\x1f{task_key}\x1f{what}".encode(errors="replace")).hexdigest()
    return f"{digest[:32]}@headway"


def _about(row: TaskRow, phase: str, project: Project) -> list[str]:
    """What the event says when it is opened."""
    lines = [f"Project: {project.name}" if project.name else "", f"Part of: {phase}" if phase else ""]
    finish, baseline = row.dates.finish, row.baseline.finish if row.baseline is not None else None
    if finish is not None:
        lines.append(f"Planned: {day_of(finish).isoformat()}{' (reached)' if row.reached else ''}")
    if baseline is not None:
        lines.append(f"Baseline: {day_of(baseline).isoformat()}{_against(finish, baseline)}")
    if row.task.deadline is not None:
        late = finish is not None and finish > row.task.deadline
        lines.append(f"Deadline: {day_of(row.task.deadline).isoformat()}{', which it misses' if late else ''}")
    if row.dates.total_float is not None and not row.reached:
        days = spelled(row.dates.total_float, Kind.DAYS, project.minutes_per_day) or 0
        lines.append(f"Total float: {days:g} working days{', critical' if row.critical else ''}")
    lines += [f"Activity: {row.code}" if row.code else f"Row: {row.row}", row.task.notes or ""]
    return [line for line in lines if line]


def _against(finish: int | None, baseline: int) -> str:
    if finish is None:
        return ""
    days = (day_of(finish) - day_of(baseline)).days
    if days == 0:
        return ", as planned now"
    return f", now {abs(days)} calendar day{'s' if abs(days) > 1 else ''} {'later' if days > 0 else 'earlier'}"


def _text(value: str) -> str:
    cleaned = clean(value).replace("\x85", "\n")
    return cleaned if len(cleaned) <= MOST_TEXT else cleaned[: MOST_TEXT - 1] + "…"
