"""What the library's XER writer gets wrong, set right in the text it wrote.

Hours a day, week and month of a calendar are written as whole numbers, which makes a day of a 7.5-hour calendar longer
than a day in P6.
"""

from __future__ import annotations

_MINUTES = {"day_hr_cnt": 0, "week_hr_cnt": 1, "month_hr_cnt": 2}
_FIELDS, _RECORD, _TABLE = b"%F\t", b"%R\t", b"%T\t"


def with_exact_hours(xer: bytes, minutes: dict[int, tuple[int | None, int | None, int | None]]) -> bytes:
    """``xer`` with the hours of its calendars as they are: ``minutes`` has those of a day, a week and a month by the
    calendar's number.

    >>> text = b"%T\\tCALENDAR\\r\\n%F\\tclndr_id\\tday_hr_cnt\\r\\n%R\\t3\\t7\\r\\n%E\\r\\n"
    >>> with_exact_hours(text, {3: (450, None, None)}).split()[-2]
    b'7.5'
    """
    lines = xer.split(b"\r\n")
    names: list[bytes] = []
    inside = False
    for number, line in enumerate(lines):
        if line.startswith(_TABLE):
            inside = line == b"%T\tCALENDAR"
        elif inside and line.startswith(_FIELDS):
            names = line.split(b"\t")
        elif inside and line.startswith(_RECORD):
            lines[number] = _mended(line.split(b"\t"), names, minutes)
    return b"\r\n".join(lines)


def _mended(
    values: list[bytes], names: list[bytes], minutes: dict[int, tuple[int | None, int | None, int | None]]
) -> bytes:
    own = minutes.get(int(values[names.index(b"clndr_id")]), (None, None, None))
    for name, which in _MINUTES.items():
        amount = own[which]
        if amount is not None and amount % 60 and name.encode() in names:
            values[names.index(name.encode())] = f"{amount / 60:.6f}".rstrip("0").encode()
    return b"\t".join(values)
