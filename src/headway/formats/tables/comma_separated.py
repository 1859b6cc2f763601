"""Tasks as a comma-separated file: one row a task, local ISO times, numbers as numbers, texts that start nothing."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from headway.core.time import to_datetime
from headway.formats.tables.columns import COLUMNS, Column, Kind, spelled
from headway.formats.tables.texts import cell_text, inert

if TYPE_CHECKING:
    from collections.abc import Mapping

    from headway.formats.tables.rows import Tables, TaskRow

MARK = b"\xef\xbb\xbf"
"""Tells a spreadsheet that the file is UTF-8."""


def encode_csv(tables: Tables, drivers: Mapping[int, str] | None = None) -> bytes:
    """The file.  ``drivers`` has the driving links of tasks as text; they are known where the dates were computed."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    columns = [column for column in COLUMNS if column.key]
    writer.writerow([*(column.key for column in columns), "drivers"])
    found = drivers or {}
    per_day = tables.plan.project.minutes_per_day
    for row in tables.tasks:
        writer.writerow(
            [*(_cell(column, row, per_day) for column in columns), inert(cell_text(found.get(row.task.id, "")))]
        )
    return MARK + text.getvalue().encode()


def _cell(column: Column, row: TaskRow, minutes_per_day: int) -> str | int | float:
    value = column.get(row)
    if column.kind in (Kind.TEXT, Kind.LONG_TEXT):
        return inert(cell_text(str(value or "")))
    if value is None:
        return ""
    if column.kind is Kind.FLAG:
        return "yes" if value else "no"
    if column.kind in (Kind.COUNT, Kind.NUMBER):
        return value
    if column.kind is Kind.INSTANT:
        return to_datetime(int(value)).isoformat(timespec="seconds")
    return spelled(value, column.kind, minutes_per_day) or 0
