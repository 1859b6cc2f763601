"""One sheet in the making: titles, sentences, lists and tables below each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from headway.reports.document import SIGNS, Column
from headway.reports.printable import printable
from headway.reports.workbook.formats import LONGEST_TEXT, TONE_COLOURS, below, number_format, typed
from headway.reports.workbook.names import column_names, table_name

if TYPE_CHECKING:
    from headway.reports.document import Figures, Item, Items, Statuses, Table
    from headway.reports.workbook.formats import Looks, Typed

LEAST_WIDTH, MOST_WIDTH = 9.0, 48.0
"""Of a column, in letters."""
_WIDE_PRINT = 1.05
"""Widths of letters count as digits of the usual print; where that is missing, others are wider."""
_LINE = 13.5
"""Height of a line of print in points."""
_HIGHEST = 400
"""Of a row, in points: the formats end at 409."""
_ROW, _LETTER, _ROOM = 20, 7, 5
"""Pixels: height of a row, width of a letter, room at the sides of a cell."""
_SPAN_LETTERS = 100.0
"""A sentence runs over columns of about this many letters together."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a table stands: rows and columns from 0, the last ones included."""

    sheet: str
    head: int
    first: int
    last: int
    columns: tuple[int, ...]
    """Place of each column of the table; a column for second lines may stand between."""


class SheetWriter:
    """Writes downwards; knows which row comes next and how wide the columns are to be."""

    def __init__(self, sheet: Any, looks: Looks) -> None:
        self.sheet = sheet
        self.looks = looks
        self.row = 0
        self.widths: dict[int, float] = {}
        self.tables = 0
        self.sentences = 0

    def plan_widths(self, tables: list[Table]) -> None:
        """Decide the widths of the columns for all tables of the sheet, before anything is written."""
        for table in tables:
            for at, (column, cells) in enumerate(_laid_out(table)):
                head = len(column.title) + 4
                longest = max((len(text) for text in cells), default=0)
                wish = min(max(head if head < 20 else 14, longest * _WIDE_PRINT + 2, LEAST_WIDTH), MOST_WIDTH)
                self.widths[at] = max(self.widths.get(at, 0), wish)
        for at, width in self.widths.items():
            self.sheet.set_column(at, at, width)

    def fixed_widths(self, *widths: float) -> None:
        for at, width in enumerate(widths):
            self.widths[at] = width
            self.sheet.set_column(at, at, width)

    def title(self, text: str, size: int = 14) -> None:
        self.sheet.set_row(self.row, size * 1.6)
        self.sheet.write_string(self.row, 0, printable(text)[:LONGEST_TEXT], self.looks.title(size))
        self.row += 1

    def heading(self, text: str) -> None:
        self.sheet.write_string(self.row, 0, printable(text)[:LONGEST_TEXT], self.looks.look(bold=True))
        self.row += 1

    def sentence(self, text: str, *, strong: bool = False, quiet: bool = False, size: int = 10) -> None:
        """A text over the width of the sheet, its row as high as it needs."""
        plain = printable(text)[:LONGEST_TEXT]
        if not plain:
            return
        self.sentences += 1
        last, letters = self._span()
        self._height(len(plain) * size / 10, letters, size)
        look = self.looks.text(strong=strong, quiet=quiet, size=size)
        if last:
            self.sheet.merge_range(self.row, 0, self.row, last, "", look)
        self.sheet.write_string(self.row, 0, plain, look)
        self.row += 1

    def pairs(self, *texts: str) -> None:
        """A few texts beside each other, the last one breaking in its cell."""
        letters = self.widths.get(len(texts) - 1, LEAST_WIDTH)
        self._height(len(texts[-1]), letters, 10)
        for at, text in enumerate(texts):
            look = self.looks.text(quiet=at == 0)
            self.sheet.write_string(self.row, at, printable(text)[:LONGEST_TEXT], look)
        self.row += 1

    def gap(self) -> None:
        self.row += 1

    def leave(self, height: int) -> None:
        """Rows for a drawing of so many pixels, and one more."""
        self.row += -(-height // _ROW) + 1

    def columns_over(self, width: int) -> int:
        """How many columns hold all that is written and a drawing of so many pixels."""
        last, _ = self._span()
        count, covered = 0, 0.0
        while covered < width or count <= max(self.widths, default=0) or (self.sentences and count <= last):
            covered += self.widths.get(count, LEAST_WIDTH) * _LETTER + _ROOM
            count += 1
        return count

    def items(self, block: Items) -> None:
        if block.title or block.folded:
            self.heading(block.title or block.folded)
        for number, item in enumerate(block.items, 1):
            mark = f"{number}. " if block.numbered else "– "
            self.sentence(mark + _line(item))

    def figures(self, block: Figures) -> None:
        for figure in block.items:
            sign = f"{SIGNS[figure.tone]} " if figure.tone is not None else ""
            self.pairs(figure.label, sign + figure.value, figure.under)

    def statuses(self, block: Statuses) -> None:
        for status in block.items:
            look = self.looks.look(font_color=TONE_COLOURS[status.tone], bold=True)
            row = self.row
            self.pairs(status.dimension, "", status.reason)
            self.sheet.write_string(row, 1, f"{SIGNS[status.tone]} {printable(status.word)}", look)

    def table(self, table: Table) -> Placed:
        """A table that sorts and filters, its first row the heads; numbers and dates are what they are."""
        self.tables += 1
        head = self.row
        names = column_names([column.title for column, _ in _laid_out(table)])
        places, at = [], 0
        for nth, column in enumerate(table.columns):
            places.append(at)
            cells = [row[nth] for row in table.rows]
            shape = number_format(column, cells)
            for down, cell in enumerate(cells, head + 1):
                self._write(down, at, typed(cell), self.looks.cell(cell, shape, first=at == 0))
            if any(cell.under for cell in cells):
                at += 1
                for down, cell in enumerate(cells, head + 1):
                    self._write(down, at, below(cell) or None, self.looks.second())
            at += 1
        self._table_heights(table, head)
        # A table without rows has one that is empty: a spreadsheet knows none without.
        last = head + max(len(table.rows), 1)
        self._frame(table, names, head, last)
        self.row = last + 1
        if table.note:
            self.sentence(table.note, quiet=True)
        return Placed(self.sheet.get_name(), head, head + 1, last, tuple(places))

    def _table_heights(self, table: Table, head: int) -> None:
        """Rows as high as their longest text needs: not every program finds that out by itself."""
        columns = _laid_out(table)
        for down in range(len(table.rows)):
            lines = [_lines(texts[down], self.widths.get(at, LEAST_WIDTH)) for at, (_, texts) in enumerate(columns)]
            if max(lines, default=1) > 1:
                self.sheet.set_row(head + 1 + down, min(max(lines) * _LINE + 1.5, _HIGHEST))
        heads = [_lines(column.title, self.widths.get(at, LEAST_WIDTH) - 3) for at, (column, _) in enumerate(columns)]
        self.sheet.set_row(head, min(max(heads, default=1) * _LINE + 3, _HIGHEST))

    def _frame(self, table: Table, names: list[str], head: int, last: int) -> None:
        kinds = [column.kind for column, _ in _laid_out(table)]
        if not names:
            return
        columns = [
            {"header": name, "header_format": self.looks.head(kind, first=at == 0)}
            for at, (name, kind) in enumerate(zip(names, kinds, strict=True))
        ]
        name = table_name(table.id, self.sheet.index * 100 + self.tables)
        self.sheet.add_table(
            head, 0, last, len(names) - 1, {"columns": columns, "name": name, "style": None, "autofilter": True}
        )

    def _write(self, row: int, column: int, value: Typed, look: Any) -> None:
        """By its type, never by what a text looks like: nothing from a plan becomes a formula or a link."""
        if value is None:
            self.sheet.write_blank(row, column, None, look)
        elif isinstance(value, str):
            self.sheet.write_string(row, column, value, look)
        elif isinstance(value, datetime):
            self.sheet.write_datetime(row, column, value, look)
        else:
            self.sheet.write_number(row, column, value, look)

    def _span(self) -> tuple[int, float]:
        """The last column that a sentence runs over, and how many letters that gives it."""
        letters, at = self.widths.get(0, LEAST_WIDTH), 0
        while letters < _SPAN_LETTERS and at < 25:
            at += 1
            letters += self.widths.get(at, LEAST_WIDTH)
        return at, letters

    def _height(self, letters: float, room: float, size: int) -> None:
        lines = max(-(-int(letters * 0.95) // max(int(room), 1)), 1)
        self.sheet.set_row(self.row, min(lines * _LINE * size / 10 + 1.5, _HIGHEST))


def _laid_out(table: Table) -> list[tuple[Column, list[str]]]:
    """Columns as they stand in the sheet with their texts; second lines have a column of their own."""
    found: list[tuple[Column, list[str]]] = []
    for at, column in enumerate(table.columns):
        cells = [row[at] for row in table.rows]
        found.append((column, [cell.text for cell in cells]))
        if any(cell.under for cell in cells):
            found.append((Column(column.under or column.title), [cell.under for cell in cells]))
    return found


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a column that is so many letters wide."""
    return max(-(-int(len(text) * _WIDE_PRINT) // max(int(width), 1)), 1)


def _line(item: Item) -> str:
    sign = SIGNS[item.tone] if item.tone is not None else ""
    return " ".join(part for part in (sign, item.lead, item.text, item.quiet) if part)
