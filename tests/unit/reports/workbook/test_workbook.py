"""The workbook, opened by another library: texts, types, tables, charts with their data, and no formula anywhere."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest

from headway.reports.document import Cell, Chart, Column, Document, Kind, Section, Table, Tone
from headway.reports.workbook import render
from headway.reports.workbook.formats import typed
from headway.reports.workbook.names import column_names, sheet_name, table_name
from tests.unit.reports import sample_document
from tests.unit.reports.charts import samples
from tests.unit.reports.pdf.test_pdf import poisoned

FORMULAS = (
    "=1+1",
    '=HYPERLINK("https://example.org","x")',
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "=cmd|' /C calc'!A0",
    "{=1}",
    "https://example.org",
    "mailto:a@example.org",
    "internal:Sheet1!A1",
    "'=1",
    "&P&D",
)


@pytest.fixture(scope="module")
def made() -> bytes:
    return render(sample_document.document())


@pytest.fixture(scope="module")
def book(made: bytes) -> Any:
    return read(made)


def read(made: bytes) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return openpyxl.load_workbook(io.BytesIO(made))


def parts(made: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(made)) as held:
        return {name: held.read(name).decode("utf-8", "replace") for name in held.namelist() if name.endswith("xml")}


def texts(sheet: Any) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def with_table(table: Table) -> Document:
    return replace(sample_document.document(), sections=(Section("s", "Section", (table,)),), annex=())


def test_an_overview_a_sheet_a_section_and_the_tables_in_full(book: Any) -> None:
    assert book.sheetnames == [
        "Village hall",
        "Milestones",
        "What changed",
        "Critical path",
        "Float",
        "Load by month",
        "All milestones",
    ]
    named = render(replace(sample_document.document(), overview="Summary"))
    assert read(named).sheetnames[0] == "Summary"


def test_the_overview_says_what_a_sponsor_reads(book: Any) -> None:
    said = texts(book["Village hall"])
    for text in (
        "Plan report · as of 21 March 2027",
        "Village hall",
        "Decide by 2 April whether the second crane is hired.",
        "A. Mason",
        "■ 17 Sep 2027",
        "of 64 unfinished",
        "○ Not assessed",
        "The plan holds no costs.",
        "Float is the room.",
        "Dates are computed by the rules of the program that wrote the file.",
    ):
        assert text in said


def test_numbers_and_dates_are_numbers_and_dates(book: Any) -> None:
    sheet = book["All milestones"]
    heads = [cell.value for cell in sheet[1]]
    assert heads == ["Milestone", "Part", "Baseline", "Now", "Slip", "Status"]
    first, third, fourth = ([cell.value for cell in sheet[row]] for row in (2, 4, 5))
    assert first == ["Design signed off", "North wing", datetime(2027, 3, 12), datetime(2027, 3, 16), 2, "▲ later"]
    assert third[2] is None, "a dash that stands for nothing is nothing"
    assert fourth[4:] == [10, "■ misses its deadline"]
    assert [sheet.cell(2, column).number_format for column in (3, 5)] == ["d mmm yyyy", '+#,##0.0"d";-#,##0.0"d";0"d"']
    assert sheet.cell(5, 1).font.bold


def test_every_table_is_one_that_sorts_and_filters(book: Any) -> None:
    found = {table.name: table for sheet in book for table in sheet.tables.values()}
    assert sorted(re.sub(r"_\d+$", "", name) for name in found) == [
        "all_milestones",
        "float_table",
        "folded_table",
        "load_table",
        "milestones",
        "path_table",
    ]
    table = next(table for name, table in found.items() if name.startswith("all_milestones"))
    assert table.ref == "A1:F10"
    assert table.autoFilter.ref == "A1:F10"
    assert [column.name for column in table.tableColumns][:2] == ["Milestone", "Part"]


def test_a_long_table_scrolls_and_prints_under_its_heads(book: Any) -> None:
    sheet = book["All milestones"]
    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows == "$1:$1"


def test_every_sheet_prints_on_a4_as_wide_as_the_paper(book: Any) -> None:
    for sheet in book:
        assert sheet.print_area.startswith(f"'{sheet.title}'!$A$1:") or sheet.print_area.startswith(sheet.title)
        assert sheet.page_setup.paperSize == 9
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert "&P / &N" in (sheet.oddFooter.right.text or "")


def test_what_a_page_folds_is_here(book: Any) -> None:
    said = texts(book["What changed"])
    assert "– Hidden line" in said
    assert "All dates" in said
    assert any(text.startswith("1. ▲ Frame and roof takes five days longer") for text in said)


def references(chart: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(chart).iter() if element.tag.endswith("}f")]


def test_the_charts_are_drawn_from_the_cells(made: bytes, book: Any) -> None:
    charts = [text for name, text in sorted(parts(made).items()) if name.startswith("xl/charts/chart")]
    assert len(charts) == 2
    bands, load = charts
    assert 'barDir val="bar"' in bands
    assert 'grouping val="stacked"' in load
    counts = references(bands)[-1]
    assert values(book, counts) == [3, 17, 41, None]
    last = references(load)[-1]
    assert values(book, last) == [0.0, 4.0, 8.0, 12.0, 16.0, 20.0]
    assert len(references(load)) == 12, "name, categories and values of four resources"
    assert "Float" in bands
    assert "Hours" in load


def values(book: Any, reference: str) -> list[Any]:
    name, place = reference.rsplit("!", 1)
    cells = book[name.strip("'")][place.replace("$", "")]
    return [row[0].value for row in cells]


def test_every_drawing_has_its_words(made: bytes) -> None:
    drawings = "".join(text for name, text in sorted(parts(made).items()) if "/drawings/drawing" in name)
    assert re.findall(r'<xdr:cNvPr[^>]* descr="([^"]*)"', drawings) == [
        "Four tasks lead to the end.",
        "Three of 61 tasks have none.",
        "The most work is in M5: 50 hours.",
    ]
    assert drawings.count("<xdr:cNvPr ") == 3


def test_a_kind_that_spreadsheets_have_not_is_a_picture_of_the_right_size(made: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(made)) as held:
        pictures = [held.read(name) for name in held.namelist() if name.startswith("xl/media/")]
    assert [picture[:4] for picture in pictures] == [b"\x89PNG"]
    drawing = parts(made)["xl/drawings/drawing1.xml"]
    width = re.search(r'<a:ext cx="(\d+)"', drawing)
    assert width is not None
    assert int(width[1]) == pytest.approx(720 * 9525, rel=0.01)


@pytest.mark.parametrize("payload", FORMULAS)
def test_no_text_becomes_a_formula_or_a_link(payload: str) -> None:
    made = render(poisoned(sample_document.document(), payload))
    for name, text in parts(made).items():
        if name.startswith("xl/worksheets/"):
            assert "<hyperlink" not in text
            assert not list(
                ElementTree.fromstring(text).iter("{http://schemas.openxmlformats.org/spreadsheetml/2006/main}f")
            )
        if name.startswith("xl/charts/"):
            assert all(re.fullmatch(r"('[^']+'|\w+)!\$[A-Z]+\$\d+(:\$[A-Z]+\$\d+)?", each) for each in references(text))
    assert "externalLink" not in " ".join(parts(made))
    assert any(payload.strip() in texts(sheet) for sheet in read(made))


def test_codes_in_a_name_do_not_work_in_the_footer() -> None:
    sheet = read(render(replace(sample_document.document(), name="&P & 12&D", generator="7&N"))).worksheets[0]
    assert sheet.oddFooter.left.text == "&&P && 12&&D"
    assert sheet.oddFooter.center.text.strip() == "7&&N"


@pytest.mark.parametrize("payload", samples.PAYLOADS)
def test_no_text_breaks_the_file(payload: str) -> None:
    made = render(poisoned(sample_document.document(), payload))
    for text in parts(made).values():
        ElementTree.fromstring(text)
    assert len(read(made).sheetnames) == 7


def test_the_same_document_gives_the_same_bytes(made: bytes) -> None:
    assert render(sample_document.document()) == made


def test_it_tells_what_it_is_and_not_when_it_was_made(made: bytes, book: Any) -> None:
    assert book.properties.title == "Village hall: report of 21 March 2027"
    assert book.properties.creator == "A. Mason"
    dated = read(render(replace(sample_document.document(), as_of=date(2027, 3, 21))))
    assert dated.properties.created == datetime(2027, 3, 21)
    everything = "".join(parts(made).values())
    for told in ("/tmp", "/root", "/home", str(datetime.now().year) + "-"):  # noqa: DTZ005 the point is the clock
        assert told not in everything


def test_a_document_of_nothing_is_an_overview() -> None:
    bare = replace(sample_document.document(), sections=(), annex=(), facts=(), summary=(), footnotes=(), ask="")
    assert read(render(bare)).sheetnames == ["Village hall"]


@pytest.mark.parametrize("kind", list(samples.NOTHING))
def test_a_chart_without_data_is_a_sheet_with_an_empty_table(kind: str) -> None:
    table = Table("none", "None", (Column("A"), Column("B", Kind.NUMBER)), ())
    chart = Chart("c", samples.NOTHING[kind], "Chart", "Nothing to show.", table, "As table")
    document = replace(sample_document.document(), sections=(Section("s", "Empty", (chart,)),))
    assert "A" in texts(read(render(document))["Empty"])


@pytest.mark.parametrize("kind", list(samples.one_of_each()))
def test_every_kind_of_chart_has_its_place(kind: str) -> None:
    twin = sample_document.load_twin() if kind == "load" else sample_document.twin()
    chart = Chart("c", samples.one_of_each()[kind], "Chart", "Words.", twin, "As table")
    document = replace(sample_document.document(), sections=(Section("s", "Only", (chart,)),))
    assert 'descr="Words."' in "".join(parts(render(document)).values())


def test_a_long_text_is_cut_where_a_cell_ends() -> None:
    long = Table("t", "t", (Column("A"),), ((Cell("x" * 40_000),),))
    sheet = read(render(with_table(long)))["Section"]
    assert max(len(text) for text in texts(sheet)) == 32_000


def test_names_of_sheets_are_what_a_spreadsheet_takes() -> None:
    taken: set[str] = set()
    names = [
        sheet_name(title, taken) for title in ("a/b:c*[d]?", "", "'quoted'", "History", "x" * 40, "x" * 40, "x" * 31)
    ]
    assert names == ["a b c d", "(1)", "quoted", "History (2)", "x" * 31, "x" * 27 + " (2)", "x" * 27 + " (3)"]
    assert all(len(name) <= 31 for name in names)


def test_names_of_tables_and_columns_are_the_only_ones() -> None:
    assert table_name("2nd table", 1) == "t2nd_table_1"
    assert column_names(["A", "a", "A (2)", ""]) == ["A", "a (2)", "A (2) (2)", "–"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (Cell("1 Mar 1850", date(1850, 3, 1)), "1 Mar 1850"),
        (Cell("x", datetime(2027, 3, 1, 8, 30)), datetime(2027, 3, 1, 8, 30)),
        (Cell("12 %", 0.12), 0.12),
        (Cell("–"), None),
        (Cell(""), None),
        (Cell("late", tone=Tone.BAD), "■ late"),
        (Cell("Roof", tone=Tone.BAD, under="late"), "Roof"),
    ],
)
def test_a_cell_is_what_it_is(cell: Cell, value: object) -> None:
    assert typed(cell) == value


def test_times_are_shown_where_they_matter() -> None:
    at = datetime(2027, 3, 1, 8, 30)
    table = Table("t", "t", (Column("At", Kind.DATE),), ((Cell("x", at),),))
    sheet = read(render(with_table(table)))["Section"]
    assert [cell.number_format for row in sheet.iter_rows() for cell in row if cell.value == at] == ["d mmm yyyy hh:mm"]


def test_a_table_that_a_section_shows_in_full_is_not_there_twice() -> None:
    document = replace(sample_document.document(), annex=(sample_document.milestone_table(),))
    assert "Milestones (2)" not in read(render(document)).sheetnames


def test_a_row_is_as_high_as_its_longest_text() -> None:
    table = Table("t", "t", (Column("A"), Column("B")), ((Cell("short"), Cell("word " * 40)), (Cell("a"), Cell("b"))))
    sheet = read(render(with_table(table)))["Section"]
    heights = [sheet.row_dimensions[row].height for row in (3, 4)]
    assert heights[0] > 50
    assert heights[1] is None
