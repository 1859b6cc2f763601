"""How cells look, each look made once a workbook; and what of a cell is a number, a date or a text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from headway.reports.charts.theme import LIGHT
from headway.reports.document import SIGNS, Cell, Column, Kind, Tone
from headway.reports.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from xlsxwriter import Workbook

LONGEST_TEXT = 32_000
"""Letters that a cell holds, with room for what the format counts twice."""
TONE_COLOURS = {Tone.GOOD: LIGHT.good, Tone.WATCH: "#8a5300", Tone.BAD: LIGHT.bad, Tone.UNKNOWN: LIGHT.quiet}
_FIRST_YEAR, _LAST_YEAR = 1901, 9999
"""Years that a spreadsheet has dates for, without the one that it counts wrongly."""
_RIGHT = {Kind.DATE, Kind.DAYS, Kind.NUMBER, Kind.SHARE}

_RULE = {"bottom": 1, "bottom_color": LIGHT.rule}

Typed = str | float | datetime | None


@dataclass(frozen=True, slots=True)
class Looks:
    """Formats of one workbook by what they say."""

    book: Workbook
    accent: str
    made: dict[tuple[tuple[str, Any], ...], Any] = field(default_factory=dict)

    def look(self, **properties: Any) -> Any:
        """A format: Calibri 10, at the top of its row, and what is asked for."""
        key = tuple(sorted(properties.items()))
        if key not in self.made:
            self.made[key] = self.book.add_format({"font_size": 10, "valign": "top", **properties})
        return self.made[key]

    def text(self, *, strong: bool = False, quiet: bool = False, size: int = 10) -> Any:
        """A sentence that breaks in its cell."""
        colour = {"font_color": LIGHT.quiet} if quiet else {}
        return self.look(bold=strong, font_size=size, text_wrap=True, **colour)

    def title(self, size: int) -> Any:
        return self.look(bold=True, font_size=size, font_color=self.accent, valign="vcenter")

    def head(self, kind: Kind, *, first: bool = False) -> Any:
        """The head of a column."""
        side = {"align": "right"} if kind in _RIGHT else _left(first)
        return self.look(bold=True, font_color=LIGHT.quiet, bottom=1, text_wrap=True, valign="bottom", **side)

    def second(self) -> Any:
        """A cell of a column of second lines."""
        return self.look(text_wrap=True, font_color=LIGHT.quiet, **_RULE, **_left(False))

    def cell(self, cell: Cell, number_format: str, *, first: bool = False) -> Any:
        """A cell of a table."""
        properties: dict[str, Any] = {"bold": cell.strong, "text_wrap": True, **_RULE, **_left(first)}
        if cell.tone is not None:
            properties["font_color"] = TONE_COLOURS[cell.tone]
        if number_format != "@":
            properties |= {"num_format": number_format, "text_wrap": False, "align": "right", "indent": 0}
        return self.look(**properties)


def _left(first: bool) -> dict[str, Any]:
    """Flush left; away from the numbers of the column before, unless it is the first."""
    return {"align": "left", "indent": 0 if first else 1}


def number_format(column: Column, cells: Iterable[Cell]) -> str:
    """How the numbers of a column are written: with their sign where the document writes it, else as their kind asks.

    Dates are day, month in letters and year: no reader takes them for another day.
    """
    known = list(cells)
    if column.kind is Kind.DATE or any(isinstance(cell.raw, date) for cell in known):
        timed = any(isinstance(cell.raw, datetime) and cell.raw.time().isoformat() != "00:00:00" for cell in known)
        return "d mmm yyyy hh:mm" if timed else "d mmm yyyy"
    if column.kind is Kind.SHARE:
        return "0%"
    if column.kind is Kind.DAYS:
        signed = any(cell.text.startswith("+") for cell in known)
        return '+#,##0.0"d";-#,##0.0"d";0"d"' if signed else '#,##0.0"d"'
    if column.kind is Kind.NUMBER:
        whole = all(float(cell.raw).is_integer() for cell in known if isinstance(cell.raw, int | float))
        return "#,##0" if whole else "#,##0.0"
    return "@"


def typed(cell: Cell) -> Typed:
    """The value of a cell: a number or a date where there is one, else its text with the sign of its tone.

    A dash that stands for nothing is nothing, so that columns sort and sum.
    """
    raw = cell.raw
    if isinstance(raw, date):
        if _FIRST_YEAR <= raw.year <= _LAST_YEAR:
            return raw if isinstance(raw, datetime) else datetime(raw.year, raw.month, raw.day)  # noqa: DTZ001 a day
        return printable(cell.text)
    if isinstance(raw, int | float):
        return float(raw)
    if cell.text in ("–", ""):
        return None
    sign = f"{SIGNS[cell.tone]} " if cell.tone is not None and not cell.under else ""
    return (sign + printable(cell.text))[:LONGEST_TEXT]


def below(cell: Cell) -> str:
    """The small second line of a cell, for a column of its own."""
    sign = f"{SIGNS[cell.tone]} " if cell.tone is not None and cell.under else ""
    return (sign + printable(cell.under))[:LONGEST_TEXT]
