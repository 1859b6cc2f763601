"""What P6 refuses in its XML: found by reading the XML."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_FILLED = [
    "Id",
    "Name",
    "ObjectId",
    "CalendarObjectId",
    "PlannedDuration",
    "RemainingDuration",
    "PlannedStartDate",
    "PlannedFinishDate",
    "Status",
    "Type",
    "PercentCompleteType",
    "DurationType",
]
_REFERENCES = (
    ("Activity", "CalendarObjectId", "Calendar"),
    ("Activity", "WBSObjectId", "WBS"),
    ("WBS", "ParentObjectId", "WBS"),
    ("Relationship", "PredecessorActivityObjectId", "Activity"),
    ("Relationship", "SuccessorActivityObjectId", "Activity"),
    ("ResourceAssignment", "ActivityObjectId", "Activity"),
    ("ResourceAssignment", "ResourceObjectId", "Resource"),
    ("ResourceAssignment", "RoleObjectId", "Role"),
    ("Resource", "CalendarObjectId", "Calendar"),
    ("Resource", "ParentObjectId", "Resource"),
    ("Calendar", "BaseCalendarObjectId", "Calendar"),
    ("Project", "ActivityDefaultCalendarObjectId", "Calendar"),
)
_STATUS = {"Not Started": (False, False), "In Progress": (True, False), "Completed": (True, True)}


class Document:
    """The elements of a file by their kind, wherever they stand."""

    def __init__(self, data: bytes) -> None:
        self.root = ET.fromstring(data)
        assert self.root.tag.endswith("}APIBusinessObjects"), self.root.tag
        self._space = self.root.tag.removesuffix("APIBusinessObjects")

    def rows(self, kind: str) -> list[ET.Element]:
        return [row for row in self.root.iter(self._space + kind) if len(row)]

    def text(self, row: ET.Element, name: str) -> str:
        return row.findtext(self._space + name) or ""


def problems(data: bytes) -> list[str]:
    """Everything P6 would stop at."""
    file = Document(data)
    return [*_keys(file), *_references(file), *_codes(file), *_activities(file), *_dates(file), *_calendars(file)]


def _keys(file: Document) -> Iterator[str]:
    for kind in ("Activity", "WBS", "Calendar", "Resource", "Role", "Relationship", "ResourceAssignment", "UDFType"):
        counts = Counter(file.text(row, "ObjectId") for row in file.rows(kind))
        yield from (f"{kind} {key!r} stands {count} times" for key, count in counts.items() if count > 1 or not key)


def _references(file: Document) -> Iterator[str]:
    for kind, name, other in _REFERENCES:
        known = {file.text(row, "ObjectId") for row in file.rows(other)}
        for row in file.rows(kind):
            value = file.text(row, name)
            if value and value not in known:
                yield f"{kind} {file.text(row, 'ObjectId')}: {name} {value} is no {other}"
    for row in file.rows("ResourceAssignment"):
        if not file.text(row, "ResourceObjectId") and not file.text(row, "RoleObjectId"):
            yield f"ResourceAssignment {file.text(row, 'ObjectId')} has neither resource nor role"


def _codes(file: Document) -> Iterator[str]:
    for kind in ("Activity", "Resource", "Role", "Project"):
        counts = Counter(file.text(row, "Id").casefold() for row in file.rows(kind))
        yield from (f"{kind} id {code!r} stands {count} times" for code, count in counts.items() if count > 1)
        yield from (f"{kind} id is {code!r}" for code in counts if not 0 < len(code) <= 40)
    siblings = Counter(
        (file.text(row, "ParentObjectId"), file.text(row, "Code").casefold()) for row in file.rows("WBS")
    )
    yield from (f"WBS code {code!r} stands {n} times below {parent}" for (parent, code), n in siblings.items() if n > 1)
    titles = Counter((file.text(row, "SubjectArea"), file.text(row, "Title")) for row in file.rows("UDFType"))
    yield from (f"user field {title} stands {count} times" for title, count in titles.items() if count > 1)


def _activities(file: Document) -> Iterator[str]:
    for row in file.rows("Activity"):
        name = f"activity {file.text(row, 'Id')}"
        yield from (f"{name} has no {field}" for field in _FILLED if not file.text(row, field))
        started, finished = _STATUS.get(file.text(row, "Status"), (False, False))
        milestone = "Milestone" in file.text(row, "Type")
        if bool(file.text(row, "ActualStartDate")) != started and not milestone:
            yield f"{name} is {file.text(row, 'Status')}, actual start {file.text(row, 'ActualStartDate')!r}"
        if bool(file.text(row, "ActualFinishDate")) != finished and not milestone:
            yield f"{name} is {file.text(row, 'Status')}, actual finish {file.text(row, 'ActualFinishDate')!r}"
        if file.text(row, "PlannedStartDate") > file.text(row, "PlannedFinishDate"):
            yield f"{name} is planned to finish before it starts"


def _dates(file: Document) -> Iterator[str]:
    for kind in ("Activity", "ResourceAssignment", "Project"):
        for row in file.rows(kind):
            for each in row:
                name = each.tag.rpartition("}")[2]
                if name.endswith("Date") and each.text and not _DATE.fullmatch(each.text):
                    yield f"{kind} {file.text(row, 'ObjectId')}: {name} is {each.text!r}"


def _calendars(file: Document) -> Iterator[str]:
    if not file.rows("Calendar"):
        yield "there is no calendar"
    for row in file.rows("Calendar"):
        name = f"calendar {file.text(row, 'ObjectId')}"
        if not file.text(row, "Name"):
            yield f"{name} has no name"
        if not float(file.text(row, "HoursPerDay") or 0) > 0:
            yield f"{name} has days of {file.text(row, 'HoursPerDay')!r} hours"
