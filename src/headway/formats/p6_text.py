"""What the library's writers for P6 get wrong, set right in the text they wrote.

Hours a day, week and month of a calendar come as whole numbers, which makes a day of a 7.5-hour calendar longer than a
day in P6.  An assignment of a role alone is not written at all; it is given the role as its resource, too, and that is
taken out again here.
"""

from __future__ import annotations

import re

Minutes = dict[int, tuple[int | None, int | None, int | None]]
"""Minutes of a day, a week and a month by the calendar's number."""

_HOURS = {b"day_hr_cnt": 0, b"week_hr_cnt": 1, b"month_hr_cnt": 2}
_FIELDS, _RECORD, _TABLE, _BREAK = b"%F\t", b"%R\t", b"%T\t", b"\r\n"
_ASSIGNMENT = re.compile(rb"<ResourceAssignment>.*?</ResourceAssignment>", re.DOTALL)
_ROLE = re.compile(rb"<RoleObjectId>(\d+)</RoleObjectId>")
_RESOURCE = rb"<ResourceObjectId>%s</ResourceObjectId>\s*"


def mended_xer(xer: bytes, minutes: Minutes) -> bytes:
    """A XER with exact hours of calendars, without roles in the place of resources, and with P6's ends of lines.

    >>> text = b"%T\\tCALENDAR\\n%F\\tclndr_id\\tday_hr_cnt\\n%R\\t3\\t7\\n%E\\n"
    >>> mended_xer(text, {3: (450, None, None)}).split()[-2]
    b'7.5'
    """
    lines = xer.replace(_BREAK, b"\n").split(b"\n")
    names: list[bytes] = []
    table = b""
    for number, line in enumerate(lines):
        if line.startswith(_TABLE):
            table = line.removeprefix(_TABLE)
        elif line.startswith(_FIELDS):
            names = line.split(b"\t")
        elif line.startswith(_RECORD) and table == b"CALENDAR":
            lines[number] = _with_hours(dict(zip(names, line.split(b"\t"), strict=False)), minutes)
        elif line.startswith(_RECORD) and table == b"TASKRSRC":
            lines[number] = _without_role(dict(zip(names, line.split(b"\t"), strict=False)))
    return _BREAK.join(lines)


def _with_hours(row: dict[bytes, bytes], minutes: Minutes) -> bytes:
    own = minutes.get(int(row[b"clndr_id"]), (None, None, None))
    for name, which in _HOURS.items():
        amount = own[which]
        if amount is not None and amount % 60 and name in row:
            row[name] = f"{amount / 60:.6f}".rstrip("0").encode()
    return b"\t".join(row.values())


def _without_role(row: dict[bytes, bytes]) -> bytes:
    if row.get(b"rsrc_id") and row.get(b"rsrc_id") == row.get(b"role_id"):
        row[b"rsrc_id"] = b""
    return b"\t".join(row.values())


def mended_pmxml(xml: bytes) -> bytes:
    """P6 XML without roles in the place of resources.

    >>> both = b"<ResourceObjectId>7</ResourceObjectId><RoleObjectId>7</RoleObjectId>"
    >>> mended_pmxml(b"<ResourceAssignment>" + both + b"</ResourceAssignment>").count(b"7")
    1
    """
    return _ASSIGNMENT.sub(_only_role, xml)


def _only_role(found: re.Match[bytes]) -> bytes:
    role = _ROLE.search(found[0])
    return found[0] if role is None else re.sub(_RESOURCE % role[1], b"", found[0])
