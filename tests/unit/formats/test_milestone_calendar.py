"""Milestones as a calendar: read back by the library, and line by line without it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import icalendar
import msgspec
import pytest

from headway.core.plan.entities import External, Progress, SavedDates, Task, TaskKind
from headway.core.plan.plan import Plan, Project
from headway.core.schedule import schedule
from headway.core.schedule.dated import dated
from headway.core.time import TENTHS_PER_DAY, to_instant
from headway.formats.milestone_calendar import encode_ics
from headway.formats.tables.rows import tables_of
from tests.drawn import build
from tests.unit.formats.tables.hostile import FORMULAS, MARKUP, hostile
from tests.unit.reports.example import example

if TYPE_CHECKING:
    from collections.abc import Mapping

STAMP = datetime(2027, 3, 10, 12, 30, tzinfo=UTC)
_LINE = re.compile(r"[A-Z-]+(;[A-Z-]+=[^:;]+)*:.*", flags=re.DOTALL)
_PROPERTIES = frozenset(
    [
        "BEGIN",
        "END",
        "VERSION",
        "PRODID",
        "CALSCALE",
        "METHOD",
        "NAME",
        "X-WR-CALNAME",
        "SUMMARY",
        "DTSTART",
        "DTEND",
        "DTSTAMP",
        "UID",
        "SEQUENCE",
        "CATEGORIES",
        "DESCRIPTION",
        "STATUS",
        "TRANSP",
        "X-MICROSOFT-CDO-BUSYSTATUS",
    ]
)


def bridge() -> Plan:
    return dated(schedule(example()))


def ics(plan: Plan, stamp: datetime = STAMP) -> bytes:
    return encode_ics(tables_of(plan), stamp)


def events(plan: Plan, stamp: datetime = STAMP) -> dict[str, Any]:
    calendar = icalendar.Calendar.from_ical(ics(plan, stamp))
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def uids(plan: Plan) -> set[str]:
    return {str(event["uid"]) for event in events(plan).values()}


def milestone_at(moment: datetime, **fields: Any) -> Plan:
    instant = to_instant(moment)
    return Plan(tasks={1: Task(1, "Done", milestone=True, **fields)}, saved={1: SavedDates(1, instant, instant)})


def test_each_milestone_and_each_deadline_is_an_all_day_event() -> None:
    found = events(bridge())
    assert sorted(found) == ["Bridge open", "Contract signed", "Deadline: Bridge open"]
    opening = found["Bridge open"]
    assert opening["dtstart"].dt == date(2027, 4, 1)
    assert opening["dtend"].dt - opening["dtstart"].dt == timedelta(days=1)
    assert type(opening["dtstart"].dt) is date, "a plan has no zone, a day is right in all of them"
    assert found["Deadline: Bridge open"]["dtstart"].dt == date(2027, 3, 29)


def test_an_event_tells_its_plan_baseline_float_and_deadline() -> None:
    opening = events(bridge())["Bridge open"]
    assert str(opening["description"]).splitlines() == [
        "Project: Bridge over the stream",
        "Part of: Build",
        "Planned: 2027-04-01",
        "Baseline: 2027-03-29, now 3 calendar days later",
        "Deadline: 2027-03-29, which it misses",
        "Total float: -3 working days, critical",
        "Activity: A90",
    ]
    assert opening["categories"].cats == ["Milestone", "Critical"]
    assert opening["status"] == "TENTATIVE"
    assert opening["transp"] == "TRANSPARENT"


def test_what_is_reached_is_confirmed() -> None:
    reached = events(milestone_at(datetime(2027, 3, 5, 17), progress=Progress(actual_finish=1)))["Done"]
    assert reached["status"] == "CONFIRMED"
    assert "(reached)" in reached["description"]


@pytest.mark.parametrize(
    ("kind", "moment", "day"),
    [
        (TaskKind.TASK, datetime(2027, 3, 5, 17), date(2027, 3, 5)),
        (TaskKind.TASK, datetime(2027, 3, 6), date(2027, 3, 5)),
        (TaskKind.FINISH_MILESTONE, datetime(2027, 3, 6), date(2027, 3, 5)),
        (TaskKind.START_MILESTONE, datetime(2027, 3, 6), date(2027, 3, 6)),
        (TaskKind.START_MILESTONE, datetime(2027, 3, 6, 8), date(2027, 3, 6)),
    ],
)
def test_midnight_belongs_to_the_day_that_ends_or_to_the_one_that_starts(
    kind: TaskKind, moment: datetime, day: date
) -> None:
    assert events(milestone_at(moment, kind=kind))["Done"]["dtstart"].dt == day


def test_an_event_is_the_same_one_whatever_is_renamed_or_moved() -> None:
    plan = bridge()
    moved = {
        key: msgspec.structs.replace(each, finish=(each.finish or 0) + TENTHS_PER_DAY)
        for key, each in plan.saved.items()
    }
    renamed = {key: msgspec.structs.replace(each, name=each.name + " (new)") for key, each in plan.tasks.items()}
    assert uids(msgspec.structs.replace(plan, saved=moved, tasks=renamed)) == uids(plan)


def test_the_same_row_of_another_plan_is_another_event() -> None:
    plan = bridge()
    other = msgspec.structs.replace(plan, project=msgspec.structs.replace(plan.project, name="Tunnel"))
    assert not uids(plan) & uids(other)
    named = [
        msgspec.structs.replace(each, project=msgspec.structs.replace(each.project, external=External(guid="g")))
        for each in (plan, other)
    ]
    assert uids(named[0]) == uids(named[1]), "with a GUID, a project may be renamed"


def test_a_later_export_replaces_an_earlier_one() -> None:
    early, late = (events(bridge(), STAMP + timedelta(minutes=more))["Bridge open"] for more in (0, 5))
    assert late["sequence"] > early["sequence"] >= 0
    assert late["dtstamp"].dt - early["dtstamp"].dt == timedelta(minutes=5)


def test_what_is_inactive_is_no_event() -> None:
    assert not events(milestone_at(datetime(2027, 3, 5, 17), inactive=True, deadline=0))


def test_a_plan_without_milestones_is_an_empty_calendar() -> None:
    calendar = icalendar.Calendar.from_ical(ics(dated(schedule(build("A 1d")))))
    assert calendar.walk("VEVENT") == []
    assert calendar["version"] == "2.0"


@pytest.mark.parametrize("text", [*FORMULAS, *MARKUP, "ü" * 300, "😀" * 100, "a,b;c\\d:e", "x" * 20_000])
def test_every_line_is_a_property_folded_at_75_octets_whatever_the_texts(text: str) -> None:
    data = ics(dated(schedule(hostile(text))))
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r")
    raw = data.removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, raw)) <= 75
    for line in raw:
        line.decode()  # no character is torn apart
    unfolded = data.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n")
    assert all(_LINE.fullmatch(line) for line in unfolded)
    assert {re.split("[:;]", line)[0] for line in unfolded} <= _PROPERTIES
    assert unfolded.count("BEGIN:VEVENT") == unfolded.count("END:VEVENT") == 2
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f]", "".join(unfolded))


def test_signs_of_the_format_come_back_as_they_were() -> None:
    name = 'a, b; c\\n d: "e" — ü 😀'
    plan = milestone_at(datetime(2027, 3, 5, 17))
    (task,) = plan.tasks.values()
    changed = msgspec.structs.replace(
        plan, tasks={1: msgspec.structs.replace(task, name=name)}, project=Project(name=name)
    )
    assert list(events(changed)) == [name]
    assert b'NAME:a\\, b\\; c\\\\n d: "e"' in ics(changed).replace(b"\r\n ", b"")


def required(event: Mapping[str, Any]) -> bool:
    return all(name in event for name in ("uid", "dtstamp", "dtstart", "dtend", "summary"))


def test_every_event_has_what_the_standard_demands() -> None:
    found = events(bridge()).values()
    assert all(required(event) for event in found)
    assert len({str(event["uid"]) for event in found}) == len(found)
