"""What Microsoft Project refuses in its XML, or silently reads wrong: found by reading the XML.

Sources: the published schema (lengths, formats, order of the outline) and users' reports on files that did not open.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMESPACE = "{http://schemas.microsoft.com/project}"
_LARGEST_ID = 2_097_151
_DURATION = re.compile(r"PT\d+H\d+M\d+S")
_EARLIEST, _LATEST = "1984-01-01T00:00:00", "2149-12-31T23:59:59"
_DATED_CONSTRAINTS = {"2", "3", "4", "5", "6", "7"}
_NOBODY = "-65535"
_LENGTHS = {"Name": 512, "WBS": 512, "Contact": 512}


def problems(data: bytes) -> list[str]:
    """Everything Project would stop at."""
    root = ET.fromstring(data)
    assert root.tag == f"{NAMESPACE}Project", root.tag
    return [
        *_rows(root, "Tasks/Task"),
        *_rows(root, "Resources/Resource"),
        *_rows(root, "Assignments/Assignment"),
        *_outline(root),
        *_tasks(root),
        *_links(root),
        *_calendars(root),
        *_resources(root),
        *_assignments(root),
        *_fields(root),
        *_dates(root),
    ]


def found(node: ET.Element, path: str) -> list[ET.Element]:
    return node.findall("/".join(NAMESPACE + name for name in path.split("/")))


def text(node: ET.Element, path: str) -> str:
    return node.findtext("/".join(NAMESPACE + name for name in path.split("/"))) or ""


def _rows(root: ET.Element, path: str) -> Iterator[str]:
    counts = Counter(text(row, "UID") for row in found(root, path))
    for uid, count in counts.items():
        if count > 1:
            yield f"{path} {uid} stands {count} times"
        if not uid.isdecimal() or int(uid) > _LARGEST_ID:
            yield f"{path} has the unique id {uid!r}"
    for row in found(root, path):
        for name, most in _LENGTHS.items():
            if len(text(row, name)) > most:
                yield f"{path} {text(row, 'UID')}: {name} has {len(text(row, name))} letters"


def _outline(root: ET.Element) -> Iterator[str]:
    tasks = found(root, "Tasks/Task")
    if not tasks or (text(tasks[0], "UID"), text(tasks[0], "ID"), text(tasks[0], "OutlineLevel")) != ("0", "0", "0"):
        yield "row 0 does not stand for the project"
    level = 0
    for number, task in enumerate(tasks):
        own = int(text(task, "OutlineLevel"))
        if number and not 1 <= own <= level + 1:
            yield f"task {number} is on level {own} after level {level}"
        if int(text(task, "ID")) != number:
            yield f"task {number} has the row number {text(task, 'ID')}"
        below = number + 1 < len(tasks) and int(text(tasks[number + 1], "OutlineLevel")) > own
        if (text(task, "Summary") == "1") != below and number:
            yield f"task {number}: summary is {text(task, 'Summary')}"
        level = own


def _tasks(root: ET.Element) -> Iterator[str]:
    calendars = {text(row, "UID") for row in found(root, "Calendars/Calendar") if text(row, "IsBaseCalendar") == "1"}
    for task in found(root, "Tasks/Task")[1:]:
        name = f"task {text(task, 'UID')}"
        yield from _start_and_finish(task, name)
        for field in ("Duration", "ActualDuration", "RemainingDuration", "Work", "ManualDuration"):
            if text(task, field) and not _DURATION.fullmatch(text(task, field)):
                yield f"{name}: {field} is {text(task, field)!r}"
        if not text(task, "Duration"):
            yield f"{name} has no duration"
        if text(task, "ConstraintType") in _DATED_CONSTRAINTS and not text(task, "ConstraintDate"):
            yield f"{name} has a constraint without a date"
        if text(task, "CalendarUID") not in ("", "-1") and text(task, "CalendarUID") not in calendars:
            yield f"{name} has a calendar that is no base calendar"
        if text(task, "PercentComplete") and not 0 <= int(text(task, "PercentComplete")) <= 100:
            yield f"{name} is done to {text(task, 'PercentComplete')} %"
        if text(task, "ActualFinish") and not text(task, "ActualStart"):
            yield f"{name} is finished and has not started"


def _start_and_finish(task: ET.Element, name: str) -> Iterator[str]:
    start, finish = text(task, "Start"), text(task, "Finish")
    dated = text(task, "Active") == "1" and text(task, "Manual") != "1"
    if dated and not (start and finish):
        yield f"{name} has no start or finish"
    if start and finish and start > finish:
        yield f"{name} starts after its finish"


def _links(root: ET.Element) -> Iterator[str]:
    known = {text(task, "UID") for task in found(root, "Tasks/Task")}
    for task in found(root, "Tasks/Task"):
        uid = text(task, "UID")
        before = [text(link, "PredecessorUID") for link in found(task, "PredecessorLink")]
        yield from (f"task {uid} follows {each}, which is not there" for each in before if each not in known)
        if uid in before:
            yield f"task {uid} follows itself"
        for link in found(task, "PredecessorLink"):
            if text(link, "Type") not in "0123" or not re.fullmatch(r"-?\d+", text(link, "LinkLag") or "0"):
                yield f"task {uid} has a link of type {text(link, 'Type')!r} and lag {text(link, 'LinkLag')!r}"


def _calendars(root: ET.Element) -> Iterator[str]:
    rows = found(root, "Calendars/Calendar")
    base = [row for row in rows if text(row, "IsBaseCalendar") == "1"]
    known = {text(row, "UID") for row in base}
    if text(root, "CalendarUID") not in known:
        yield f"the project's calendar {text(root, 'CalendarUID')!r} is no base calendar"
    names = Counter(text(row, "Name").casefold() for row in base)
    yield from (f"{count} base calendars are called {name!r}" for name, count in names.items() if count > 1 or not name)
    for row in rows:
        name = f"calendar {text(row, 'UID')}"
        if text(row, "IsBaseCalendar") == "0" and text(row, "BaseCalendarUID") not in known:
            yield f"{name} inherits from {text(row, 'BaseCalendarUID')!r}"
        for each in found(row, "Exceptions/Exception"):
            if text(each, "TimePeriod/FromDate") > text(each, "TimePeriod/ToDate"):
                yield f"{name} has an exception that ends before it begins"
        for time in row.iter(f"{NAMESPACE}WorkingTime"):
            first, last = text(time, "FromTime"), text(time, "ToTime")
            if first >= last and last != "00:00:00":
                yield f"{name} works from {first} to {last}"


def _resources(root: ET.Element) -> Iterator[str]:
    calendars = {text(row, "UID") for row in found(root, "Calendars/Calendar") if text(row, "IsBaseCalendar") == "0"}
    for row in found(root, "Resources/Resource"):
        name = f"resource {text(row, 'UID')}"
        if set(text(row, "Name")) & set(",[]"):
            yield f"{name} is called {text(row, 'Name')!r}"
        if text(row, "CalendarUID") not in ("", "-1") and text(row, "CalendarUID") not in calendars:
            yield f"{name} has a calendar that is not its own"


def _assignments(root: ET.Element) -> Iterator[str]:
    tasks = {text(row, "UID") for row in found(root, "Tasks/Task")}
    resources = {text(row, "UID") for row in found(root, "Resources/Resource")} | {_NOBODY}
    pairs: Counter[tuple[str, str]] = Counter()
    for row in found(root, "Assignments/Assignment"):
        name = f"assignment {text(row, 'UID')}"
        pairs[text(row, "TaskUID"), text(row, "ResourceUID")] += 1
        if text(row, "TaskUID") not in tasks or text(row, "ResourceUID") not in resources:
            yield f"{name} leads nowhere"
        for piece in found(row, "TimephasedData"):
            if text(piece, "UID") != text(row, "UID") or text(piece, "Start") >= text(piece, "Finish"):
                yield f"{name} has work from {text(piece, 'Start')} to {text(piece, 'Finish')}"
    yield from (f"{count} assignments of {pair}" for pair, count in pairs.items() if count > 1)


def _fields(root: ET.Element) -> Iterator[str]:
    defined = [text(row, "FieldID") for row in found(root, "ExtendedAttributes/ExtendedAttribute")]
    yield from (f"field {each} is defined twice" for each, count in Counter(defined).items() if count > 1)
    for path in ("Tasks/Task", "Resources/Resource"):
        for row in found(root, path):
            used = [text(each, "FieldID") for each in found(row, "ExtendedAttribute")]
            yield from (f"{path} {text(row, 'UID')} uses field {each}" for each in used if each not in defined)


def _dates(root: ET.Element) -> Iterator[str]:
    for path in ("Tasks/Task", "Assignments/Assignment"):
        for row in found(root, path):
            for each in row:
                value = each.text or ""
                if re.fullmatch(r"\d+-\d\d-\d\dT\d\d:\d\d:\d\d", value) and not _EARLIEST <= value <= _LATEST:
                    yield f"{path} {text(row, 'UID')}: {each.tag.removeprefix(NAMESPACE)} is {value}"
