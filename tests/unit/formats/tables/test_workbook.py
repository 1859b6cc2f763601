"""Workbooks, opened again by another library."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

import msgspec
import openpyxl
import pytest

from headway.core.plan.entities import SavedDates, Task
from headway.core.plan.plan import Plan, Project
from headway.core.schedule import schedule
from headway.core.schedule.dated import dated
from headway.core.time import to_datetime, to_instant
from headway.formats.results import Loss
from headway.formats.tables.origin import Origin
from headway.formats.tables.rows import tables_of
from headway.formats.tables.workbook import encode_xlsx
from tests.unit.formats.tables.hostile import FORMULAS, MARKUP, hostile
from tests.unit.reports.example import example

SHEETS = ["Tasks", "Milestones", "Links", "Resources", "Assignments", "About"]
ORIGIN = Origin("bridge.mpp", "Microsoft Project", "Project 16", losses=(Loss("task", "steps", 3, "=1+1", "-why"),))


def book_of(plan: Plan, origin: Origin = ORIGIN) -> Any:
    return openpyxl.load_workbook(io.BytesIO(encode_xlsx(tables_of(plan), origin)))


def bridge() -> Plan:
    return dated(schedule(example()))


def column(sheet: Any, title: str) -> list[Any]:
    """The cells under a head."""
    at = next(cell.column for cell in sheet[1] if cell.value == title)
    return [sheet.cell(row, at) for row in range(2, sheet.max_row + 1)]


def values(sheet: Any, title: str) -> list[Any]:
    return [cell.value for cell in column(sheet, title)]


def test_the_sheets_are_those_promised() -> None:
    assert book_of(bridge()).sheetnames == SHEETS


def test_every_task_is_there_with_typed_values() -> None:
    plan, sheet = bridge(), book_of(bridge())["Tasks"]
    tasks = [plan.tasks[task_id] for task_id in sorted(plan.tasks)]
    assert values(sheet, "Task") == [task.name for task in tasks]
    assert values(sheet, "Start") == [to_datetime(plan.saved[task.id].start or 0) for task in tasks]
    assert values(sheet, "Finish") == [to_datetime(plan.saved[task.id].finish or 0) for task in tasks]
    assert {cell.number_format for cell in column(sheet, "Start")} == {"dd mmm yyyy"}
    assert dict(zip(values(sheet, "Task"), values(sheet, "Duration (days)"), strict=True))["Foundations"] == 10
    assert dict(zip(values(sheet, "Task"), values(sheet, "% complete"), strict=True))["Permit"] == 0.4
    assert {cell.number_format for cell in column(sheet, "% complete")} == {"0%"}
    slips = dict(zip(values(sheet, "Task"), values(sheet, "Days later than baseline"), strict=True))
    assert slips["Bridge open"] == 3


def test_the_outline_shows_as_indent_and_groups() -> None:
    sheet = book_of(bridge())["Tasks"]
    names = {cell.value: cell for cell in column(sheet, "Task")}
    assert names["Survey"].alignment.indent == names["Prepare"].alignment.indent + 1
    assert sheet.row_dimensions[names["Survey"].row].outlineLevel == 1
    assert sheet.row_dimensions[names["Prepare"].row].outlineLevel == 0
    assert names["Prepare"].font.bold
    assert not names["Survey"].font.bold
    assert not sheet.sheet_properties.outlinePr.summaryBelow


def test_a_deep_outline_stops_at_what_a_spreadsheet_can_fold() -> None:
    tasks = {number: Task(number, f"Level {number}", parent=number - 1) for number in range(1, 31)}
    sheet = book_of(Plan(tasks=tasks))["Tasks"]
    assert max(sheet.row_dimensions[row].outlineLevel for row in range(2, 32)) == 7
    assert max(cell.alignment.indent for cell in column(sheet, "Task")) == 15


def test_critical_work_says_so_in_a_word_and_a_colour() -> None:
    sheet = book_of(bridge())["Tasks"]
    critical = dict(zip(values(sheet, "Task"), values(sheet, "Critical"), strict=True))
    assert critical["Deck"] == "yes"
    assert not critical["Railing"]
    assert not critical["Build"], "a summary only contains critical work"
    names = {cell.value: cell for cell in column(sheet, "Task")}
    assert names["Deck"].font.color.rgb != names["Railing"].font.color.rgb


def test_it_is_ready_to_read_filter_and_print() -> None:
    book = book_of(bridge())
    for sheet in book.worksheets[:-1]:
        assert sheet.freeze_panes[1:] in ("2", "1")
        assert sheet.auto_filter.ref.startswith("A1:")
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
        assert sheet.print_title_rows == "$1:$1"
        assert "Bridge over the stream" in sheet.oddHeader.left.text
    last = book["Tasks"].print_area.rpartition("$")[0].rpartition("$")[2]
    assert book["Tasks"][f"{last}1"].value == "Deadline"


def test_columns_that_would_be_empty_are_left_out() -> None:
    titles = [cell.value for cell in book_of(Plan(tasks={1: Task(1, "Only")}))["Tasks"][1]]
    assert "Deadline" not in titles
    assert "Baseline finish" not in titles
    assert titles[:3] == ["Row", "WBS", "Task"]


def test_links_resources_and_assignments_are_complete() -> None:
    plan, book = bridge(), book_of(bridge())
    assert book["Links"].max_row - 1 == len(plan.links)
    assert book["Resources"].max_row - 1 == len(plan.resources)
    assert book["Assignments"].max_row - 1 == len(plan.assignments)
    deck = values(book["Links"], "Successor").index("Deck")
    assert values(book["Links"], "Predecessor")[deck] == "Foundations"
    assert values(book["Links"], "Lag")[deck] == "+1d"
    assert values(book["Links"], "Lag (minutes)")[deck] == 480
    assert sorted(values(book["Assignments"], "Resource")) == ["Ann", "Ann", "Ben", "Ben"]


def test_milestones_stand_in_order_of_time_against_their_baseline() -> None:
    sheet = book_of(bridge())["Milestones"]
    assert values(sheet, "Milestone") == ["Contract signed", "Bridge open"]
    assert values(sheet, "Part of") == ["Prepare", "Build"]
    assert values(sheet, "Days later") == [3, 3]


def test_about_names_the_source_the_rules_and_the_losses() -> None:
    cells = [cell.value for row in book_of(bridge())["About"].iter_rows() for cell in row if cell.value is not None]
    assert "bridge.mpp" in cells
    assert "as saved in the file, not computed" in cells
    assert "steps" in cells
    computed = book_of(bridge(), Origin("bridge.mpp", computed=True))["About"]
    assert any("by the rules of Microsoft Project" in str(cell.value) for row in computed.iter_rows() for cell in row)


@pytest.mark.parametrize("text", [*FORMULAS, *MARKUP])
def test_no_text_of_a_plan_becomes_a_formula_or_breaks_the_file(text: str) -> None:
    plan = dated(schedule(hostile(text)))
    origin = Origin(text, text, text, losses=(Loss(text, text, 1, text, text),))
    data = encode_xlsx(tables_of(plan), origin)
    cells = [cell for sheet in openpyxl.load_workbook(io.BytesIO(data)) for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert [cell.coordinate for cell in cells if cell.hyperlink] == []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        assert not [part for part in parts if b"<f>" in part or b"<f " in part]
        assert not [name for name in archive.namelist() if "externalLink" in name or "vba" in name.lower()]


def test_a_text_that_looks_like_a_formula_stays_a_text_when_it_is_edited() -> None:
    sheet = book_of(Plan(tasks={1: Task(1, "=1+1"), 2: Task(2, "Deck")}))["Tasks"]
    cells = column(sheet, "Task")
    assert [cell.value for cell in cells] == ["=1+1", "Deck"]
    assert [cell.quotePrefix for cell in cells] == [1, 0]


def test_what_xml_forbids_is_replaced_and_long_texts_are_cut() -> None:
    tasks = {1: Task(1, "a\x00b\x0bc\ud800"), 2: Task(2, "x" * 40_000, notes="n" * 33_000)}
    sheet = book_of(Plan(tasks=tasks))["Tasks"]
    first, second = values(sheet, "Task")
    assert first == "a�b�c�"
    assert len(second) == 32_767
    assert len(values(sheet, "Notes")[1]) == 32_767


def test_custom_fields_are_columns_with_their_own_kind_of_value() -> None:
    tasks = {
        1: Task(1, "A", custom={"Area": "North", "Points": 3.5, "Safe": True}),
        2: Task(2, "B", custom={"Area": "=1+1"}),
    }
    sheet = book_of(Plan(tasks=tasks))["Tasks"]
    assert values(sheet, "Area") == ["North", "=1+1"]
    assert values(sheet, "Points") == [3.5, None]
    assert values(sheet, "Safe") == ["yes", None]


def test_custom_fields_with_odd_names_and_numbers() -> None:
    custom: dict[str, str | int | float | bool] = {"": "x", "Task": "y", "Big": 2**60, "None": float("nan")}
    sheet = book_of(Plan(tasks={1: Task(1, "A", custom=custom)}))["Tasks"]
    assert values(sheet, "(no name)") == ["x"]
    assert values(sheet, "Task") == ["A"]
    assert [cell.value for cell in sheet[2]][-4:] == ["x", "y", str(2**60), "nan"]


@pytest.mark.parametrize("moment", [datetime(1900, 1, 1, 8), datetime(1900, 2, 28), datetime(2299, 12, 31, 17)])
def test_dates_at_the_edges_of_time(moment: datetime) -> None:
    instant = to_instant(moment)
    plan = Plan(tasks={1: Task(1, "Old", duration=4_800)}, saved={1: SavedDates(1, instant, instant)})
    (found,) = values(book_of(plan)["Tasks"], "Start")
    assert found == (moment.isoformat(" ", "minutes") if moment.year == 1900 else moment)


def test_times_of_day_show_where_they_matter() -> None:
    saved = {1: SavedDates(1, to_instant(datetime(2027, 3, 1, 8)), to_instant(datetime(2027, 3, 1, 9)))}
    plan = Plan(tasks={1: Task(1, "Short", duration=600)}, saved=saved)
    assert column(book_of(plan)["Tasks"], "Start")[0].number_format == "dd mmm yyyy hh:mm"


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert encode_xlsx(tables_of(bridge()), ORIGIN) == encode_xlsx(tables_of(bridge()), ORIGIN)


def test_the_head_of_a_page_takes_no_orders_from_a_name() -> None:
    plan = msgspec.structs.replace(bridge(), project=Project(name="R&D &P &\nPhase" + "x" * 300))
    header = book_of(plan)["Links"].oddHeader
    assert "R&&D &&P && Phase" in header.left.text
    assert len(header.left.text) < 200


def test_a_plan_without_anything_makes_a_workbook() -> None:
    book = book_of(Plan())
    assert book.sheetnames == SHEETS
    assert book["Tasks"].max_row == 1


def test_money_and_work_are_numbers() -> None:
    plan = bridge()
    ann = {key: msgspec.structs.replace(each, cost=12_345_600, work=4_800) for key, each in plan.assignments.items()}
    book = book_of(msgspec.structs.replace(plan, assignments=ann))
    assert set(values(book["Assignments"], "Cost")) == {1234.56}
    assert set(values(book["Assignments"], "Work (hours)")) == {8}
    assert values(book["Resources"], "Work (hours)") == [16, 16]
