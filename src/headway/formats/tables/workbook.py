"""A plan as a workbook that opens ready to read, filter and print.  No value of the plan ever becomes a formula."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import xlsxwriter

from headway._version import VERSION
from headway.core.time import TENTHS_PER_DAY, TENTHS_PER_MINUTE, to_datetime
from headway.formats.tables import about
from headway.formats.tables.columns import (
    COLUMNS,
    FIRST_NOT_PRINTED,
    Column,
    Kind,
    Value,
    custom_column,
    custom_names,
    spelled,
)
from headway.formats.tables.sheets import Sheet, small_sheets
from headway.formats.tables.styles import LEFT, Look, Styles
from headway.formats.tables.texts import cell_text, clean, is_active

if TYPE_CHECKING:
    from headway.core.plan.plan import Project
    from headway.formats.tables.origin import Origin
    from headway.formats.tables.rows import Tables, TaskRow

DEEPEST_GROUP = 7
"""Levels of grouping that a spreadsheet can fold."""
MOST_ROWS = 1_048_576
_TEXTS = (Kind.TEXT, Kind.LONG_TEXT)
_WIDTHS = {Kind.MONEY: 13}
_NARROW = 10
_MOST_WIDTHS = {"Task": 64, "Notes": 50}
_EXACT = 10**15
"""A spreadsheet keeps fifteen digits; larger numbers are identifiers, or no numbers at all, and stay texts."""
_SHARES = {Kind.PERCENT: 100}
_FIRST_DAY = datetime(1900, 3, 1)  # noqa: DTZ001 (spreadsheets count days wrongly before it)
_NO_TIME = datetime(2000, 1, 1)  # noqa: DTZ001 (a fixed moment: the same plan gives the same bytes)


@dataclass(frozen=True, slots=True)
class _Book:
    """The workbook being written and what all its sheets need."""

    workbook: Any
    styles: Styles
    project: Project

    def put(self, sheet: Any, at: tuple[int, int], value: Value, look: Look) -> None:
        """Write one value as what it is."""
        if value is None or value == "":
            sheet.write_blank(*at, None, self.styles.of(look))
        elif look.kind is Kind.FLAG:
            sheet.write_string(*at, "yes" if value else "", self.styles.of(look))
        elif look.kind is Kind.INSTANT:
            self._put_date(sheet, at, to_datetime(int(value)), look)
        elif isinstance(value, str):
            self._put_text(sheet, at, value, look)
        elif look.kind is Kind.AS_IS and not abs(value) < _EXACT:
            self._put_text(sheet, at, str(value), look)
        elif look.kind in (Kind.COUNT, Kind.NUMBER, Kind.AS_IS):
            sheet.write_number(*at, value, self.styles.of(look))
        else:
            number = spelled(value, look.kind, self.project.minutes_per_day) or 0
            sheet.write_number(*at, number / _SHARES.get(look.kind, 1), self.styles.of(look))

    def _put_date(self, sheet: Any, at: tuple[int, int], moment: datetime, look: Look) -> None:
        if moment < _FIRST_DAY:
            sheet.write_string(*at, moment.isoformat(" ", "minutes"), self.styles.of(look))
        else:
            sheet.write_datetime(*at, moment, self.styles.of(look))

    def _put_text(self, sheet: Any, at: tuple[int, int], value: str, look: Look) -> None:
        text = cell_text(value)
        if is_active(text):
            look = Look(**{**_fields(look), "quoted": True})
        sheet.write_string(*at, text, self.styles.of(look))


def _fields(look: Look) -> dict[str, Any]:
    return {name: getattr(look, name) for name in Look.__slots__}


def encode_xlsx(tables: Tables, origin: Origin) -> bytes:
    """The workbook: sheets Tasks, Milestones, Links, Resources, Assignments, About."""
    target = io.BytesIO()
    settings = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    workbook = xlsxwriter.Workbook(target, settings)
    project = tables.plan.project
    workbook.set_properties(
        {
            "title": clean(project.name)[:255],
            "author": clean(project.manager or "")[:255],
            "company": clean(project.company or "")[:255],
            "comments": f"Made with Headway {VERSION}",
            "created": origin.written or _NO_TIME,
        }
    )
    book = _Book(workbook, Styles(workbook, _shows_time(tables)), project)
    _add_tasks(book, tables)
    for sheet in small_sheets(tables):
        _add_sheet(book, sheet)
    _add_about(book, tables, origin)
    workbook.close()
    return target.getvalue()


def _shows_time(tables: Tables) -> bool:
    """Whether the time of day matters: some task is shorter than half a day, or ends at midnight."""
    half = tables.plan.project.minutes_per_day * TENTHS_PER_MINUTE // 2
    return any(
        not row.summary
        and (
            0 < row.task.duration < half
            or (row.dates.finish is not None and row.dates.finish % TENTHS_PER_DAY == 0 and not row.milestone)
        )
        for row in tables.tasks
    )


def _add_tasks(book: _Book, tables: Tables) -> None:
    sheet = book.workbook.add_worksheet("Tasks")
    columns = _columns(tables)
    for place, column in enumerate(columns):
        title = f"Cost ({book.project.currency})" if column.title == "Cost" and book.project.currency else column.title
        sheet.write_string(0, place, cell_text(title), book.styles.head(right=column.kind not in LEFT))
        sheet.set_column(place, place, _width(column, tables))
    rows = tables.tasks[: MOST_ROWS - 1]
    for line, row in enumerate(rows, start=1):
        sheet.set_row(line, None, None, {"level": min(row.level - 1, DEEPEST_GROUP)})
        for place, column in enumerate(columns):
            book.put(sheet, (line, place), column.get(row), _look(column, row))
    titles = [column.title for column in columns]
    sheet.print_area(0, 0, max(len(rows), 1), titles.index(FIRST_NOT_PRINTED) - 1)
    sheet.outline_settings(symbols_below=False)
    _finish_sheet(book, sheet, (len(rows), len(columns)), titles.index("Task") + 1)


def _columns(tables: Tables) -> list[Column]:
    """The columns with a title that have something to say about some task, and the custom fields."""
    known = [*COLUMNS, *map(custom_column, custom_names(tables.tasks))]
    return [
        column
        for column in known
        if column.title and (column.always or any(column.get(row) not in (None, "", False) for row in tables.tasks))
    ]


def _width(column: Column, tables: Tables) -> int:
    """As wide as the longest value, within bounds."""
    if column.kind is Kind.INSTANT:
        return 18 if _shows_time(tables) else 12
    if column.kind not in (*_TEXTS, Kind.AS_IS):
        return _WIDTHS.get(column.kind, _NARROW)
    named = column.key == "name"
    longest = max((len(str(column.get(row) or "")) + 2 * row.level * named for row in tables.tasks), default=0)
    return max(len(column.title) + 3 if not named else 24, min(longest + 3, _MOST_WIDTHS.get(column.title, 28)))


def _look(column: Column, row: TaskRow) -> Look:
    named = column.key == "name"
    marked = named or column.key in ("critical", "total_float_days", "start", "finish")
    return Look(
        kind=column.kind,
        indent=row.level if named else 1,
        summary=row.summary,
        critical=row.critical and not row.summary and marked,
        faint=row.task.inactive,
        wrap=column.kind is Kind.LONG_TEXT,
    )


def _add_sheet(book: _Book, content: Sheet) -> None:
    sheet = book.workbook.add_worksheet(content.name)
    for place, head in enumerate(content.heads):
        sheet.write_string(0, place, head.title, book.styles.head(right=head.kind not in LEFT))
        sheet.set_column(place, place, head.width)
    rows = content.rows[: MOST_ROWS - 1]
    for line, row in enumerate(rows):
        for place, (value, head) in enumerate(zip(row, content.heads, strict=True)):
            look = Look(head.kind, critical=line in content.critical, wrap=head.kind is Kind.LONG_TEXT)
            book.put(sheet, (line + 1, place), value, look)
    _finish_sheet(book, sheet, (len(rows), len(content.heads)), 0)


def _finish_sheet(book: _Book, sheet: Any, size: tuple[int, int], frozen: int) -> None:
    """Heads that stay in sight, filters, and a page set-up that prints well."""
    rows, columns = size
    sheet.set_row(0, 42)
    sheet.freeze_panes(1, frozen)
    sheet.autofilter(0, 0, max(rows, 1), columns - 1)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    name = clean(book.project.name).replace("\n", " ")[:100].replace("&", "&&")
    sheet.set_header(f"&L&B {name}&R&A")
    sheet.set_footer("&L&D&RPage &P of &N")


def _add_about(book: _Book, tables: Tables, origin: Origin) -> None:
    sheet = book.workbook.add_worksheet("About")
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 30)
    sheet.set_column(2, 2, 10)
    sheet.set_column(3, 4, 60)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, cell_text(book.project.name or "Plan"), book.styles.title())
    line = 2
    for label, value in about.facts(tables, origin):
        if value:
            sheet.write_string(line, 0, label, book.styles.label())
            sheet.write_string(line, 1, cell_text(value), book.styles.of(Look(quoted=is_active(value))))
            line += 1
    if origin.losses:
        _add_losses(book, sheet, line + 1, origin)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _add_losses(book: _Book, sheet: Any, line: int, origin: Origin) -> None:
    heads = ("Not kept when read", "Field", "Rows", "First one", "Why")
    for place, title in enumerate(heads):
        sheet.write_string(line, place, title, book.styles.head())
    for number, loss in enumerate(origin.losses, start=line + 1):
        texts: tuple[Value, ...] = (loss.entity, loss.field, loss.count, loss.example, loss.reason)
        for place, value in enumerate(texts):
            kind = Kind.COUNT if isinstance(value, int) else Kind.TEXT
            book.put(sheet, (number, place), value, Look(kind, wrap=place > 2))
