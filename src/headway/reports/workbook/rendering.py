"""A document as a workbook: an overview, a sheet for each section with tables and charts, and the tables in full."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from headway.reports.document import Chart, Figures, Folded, Items, Paragraph, Section, Statuses, Table
from headway.reports.printable import printable
from headway.reports.workbook.drawings import WIDTH, height_of, put_chart, put_picture
from headway.reports.workbook.formats import Looks
from headway.reports.workbook.names import sheet_name
from headway.reports.workbook.sheets import SheetWriter

if TYPE_CHECKING:
    from headway.reports.document import Block, Document

_MADE = datetime(2000, 1, 1)  # noqa: DTZ001 stands for "not said": a file's date must not change with the clock
_A4 = 9
_LONGEST_PROPERTY = 250


def render(document: Document) -> bytes:
    """The document as the bytes of an ``.xlsx`` file, the same for the same document.

    A table of the annex that a section shows in full already has no sheet of its own.

    Numbers and dates are cells of their type; texts are always texts, whatever they begin with.
    """
    stream = BytesIO()
    book = Workbook(
        stream,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    _describe(book, document)
    looks = Looks(book, document.brand.accent)
    taken: set[str] = set()
    own = [section for section in document.sections if not _fits_overview(section)]
    _overview(book, looks, document, taken)
    for section in own:
        _section(book, looks, document, section, taken)
    shown = [table.rows for section in own for table in _tables(section)]
    for table in (each for each in document.annex if each.rows not in shown):
        _annex(book, looks, document, table, taken)
    book.close()
    return stream.getvalue()


def _describe(book: Workbook, document: Document) -> None:
    day = document.as_of
    properties = {
        "title": document.title,
        "subject": document.headline,
        "author": document.author,
        "company": document.brand.name,
        "comments": document.generator,
    }
    short = {name: printable(text)[:_LONGEST_PROPERTY] for name, text in properties.items()}
    made = _MADE if day is None else datetime(day.year, day.month, day.day)  # noqa: DTZ001 a day
    book.set_properties({**short, "created": made})


def _fits_overview(section: Section) -> bool:
    """Sections of key figures and sentences only need no sheet of their own."""
    return all(isinstance(block, Figures | Statuses | Paragraph) for block in section.blocks)


def _writer(book: Workbook, looks: Looks, document: Document, title: str, taken: set[str]) -> SheetWriter:
    """A new sheet, ready to be read on a screen and printed: A4, as wide as the paper, pages numbered."""
    sheet = book.add_worksheet(sheet_name(title, taken))
    sheet.hide_gridlines(2)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    name, generator = (printable(text)[:100].replace("&", "&&") for text in (document.name, document.generator))
    sheet.set_footer(f"&L&8{_after_size(name)}&C&8{_after_size(generator)}&R&8&P / &N")
    return SheetWriter(sheet, looks)


def _after_size(text: str) -> str:
    """A digit right after the size of print would be read as part of it."""
    return f" {text}" if text[:1].isdigit() else text


def _finish(writer: SheetWriter, columns: int) -> None:
    writer.sheet.print_area(0, 0, max(writer.row - 1, 0), columns - 1)


def _overview(book: Workbook, looks: Looks, document: Document, taken: set[str]) -> None:
    writer = _writer(book, looks, document, document.overview or document.name, taken)
    writer.fixed_widths(26, 26, 74)
    writer.sentence(document.kicker, quiet=True)
    writer.title(document.name, 18)
    writer.sentence(document.headline, strong=True, size=12)
    for text in document.summary:
        writer.sentence(text)
    if document.ask:
        writer.gap()
        writer.sentence(document.ask, strong=True)
    writer.gap()
    for fact in document.facts:
        writer.pairs(fact.label, fact.value)
    for section in document.sections:
        if _fits_overview(section) and section.blocks:
            writer.gap()
            writer.title(section.title, 12)
            for block in section.blocks:
                _block(writer, block, document)
    writer.gap()
    for text in document.footnotes:
        writer.sentence(text, quiet=True)
    _finish(writer, 3)


def _tables(section: Section) -> list[Table]:
    found = []
    for block in section.blocks:
        if isinstance(block, Table):
            found.append(block)
        elif isinstance(block, Chart):
            found.append(block.twin)
        elif isinstance(block, Folded):
            found.append(block.table)
    return found


def _section(book: Workbook, looks: Looks, document: Document, section: Section, taken: set[str]) -> None:
    writer = _writer(book, looks, document, section.sheet or section.title, taken)
    writer.plan_widths(_tables(section))
    writer.title(section.title)
    for block in section.blocks:
        _block(writer, block, document)
        writer.gap()
    drawn = any(isinstance(block, Chart) for block in section.blocks)
    _finish(writer, writer.columns_over(WIDTH) if drawn else writer.columns_over(0))


def _block(writer: SheetWriter, block: Block, document: Document) -> None:
    match block:
        case Table():
            writer.table(block)
        case Folded():
            writer.heading(block.label)
            writer.table(block.table)
        case Chart():
            _chart(writer, block, document)
        case Paragraph():
            writer.sentence(block.text, quiet=block.quiet)
        case Items():
            writer.items(block)
        case Figures():
            writer.figures(block)
        case Statuses():
            writer.statuses(block)


def _chart(writer: SheetWriter, chart: Chart, document: Document) -> None:
    """The drawing above its table, which it follows where the spreadsheet draws it itself."""
    row, height = writer.row, height_of(chart)
    if height:
        writer.leave(height)
        put_chart(chart, writer.table(chart.twin), row, writer, document.brand.accent)
    else:
        writer.leave(put_picture(chart, writer, document.brand.accent, document.locale))
        writer.table(chart.twin)
    writer.sentence(chart.note, quiet=True)


def _annex(book: Workbook, looks: Looks, document: Document, table: Table, taken: set[str]) -> None:
    """One table from the first row on: it scrolls under its heads, and they stand on every page."""
    writer = _writer(book, looks, document, table.title, taken)
    writer.plan_widths([table])
    writer.sheet.freeze_panes(1, 1)
    writer.sheet.repeat_rows(0)
    writer.table(table)
    _finish(writer, writer.columns_over(0))
