"""Any plan, sound or not, becomes every document, and each says of it what is there."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import icalendar
import openpyxl
from hypothesis import given, settings

from headway.formats.milestone_calendar import encode_ics
from headway.formats.tables import contents
from headway.formats.tables.comma_separated import encode_csv
from headway.formats.tables.losses import losses_of
from headway.formats.tables.origin import Origin
from headway.formats.tables.rows import has_event, tables_of
from headway.formats.tables.workbook import encode_xlsx
from headway.reports.gantt_picture import draw_svg, select
from headway.reports.gantt_picture.options import PictureOptions
from tests.property.strategies import plans

if TYPE_CHECKING:
    from headway.core.plan.plan import Plan

STAMP = datetime(2027, 3, 1, tzinfo=UTC)


@given(plans())
def test_a_comma_separated_file_has_a_row_for_each_task(plan: Plan) -> None:
    rows = list(csv.reader(io.StringIO(encode_csv(tables_of(plan)).decode("utf-8-sig"), newline="")))
    assert len(rows) == 1 + len(plan.tasks)
    assert len({len(row) for row in rows}) == 1


@settings(max_examples=25)
@given(plans())
def test_a_workbook_opens_and_holds_no_formula(plan: Plan) -> None:
    book: Any = openpyxl.load_workbook(io.BytesIO(encode_xlsx(tables_of(plan), Origin("any.mpp"))))
    assert book["Tasks"].max_row == 1 + len(plan.tasks)
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


@given(plans())
def test_a_calendar_reads_back_with_its_events(plan: Plan) -> None:
    tables = tables_of(plan)
    data = encode_ics(tables, STAMP)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    found = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert bool(found) == any(map(has_event, tables.tasks))


@given(plans())
def test_a_picture_is_well_formed_and_says_what_it_leaves_out(plan: Plan) -> None:
    tables = tables_of(plan)
    chosen = select(tables, PictureOptions())
    assert ET.fromstring(draw_svg(tables, Origin("any.mpp"))).get("role") == "img"
    assert bool(chosen.note) == (len(chosen.rows) < len(plan.tasks))


@given(plans())
def test_losses_are_counted_and_named(plan: Plan) -> None:
    for loss in losses_of(plan, contents.workbook(tables_of(plan))):
        assert loss.count > 0
        assert loss.entity
        assert loss.field
