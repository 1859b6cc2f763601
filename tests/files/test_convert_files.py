"""Documents of plan files that other programs made, each counted against the plan it was made from."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import icalendar
import msgspec
import openpyxl
import pytest

from headway.cli import app
from headway.core.time import to_datetime
from headway.formats import PlanFileError, ReadResult
from headway.formats.milestone_calendar import encode_ics
from headway.formats.tables.comma_separated import encode_csv
from headway.formats.tables.origin import Origin
from headway.formats.tables.rows import Tables, has_event, tables_of
from headway.formats.tables.workbook import encode_xlsx
from headway.reports.gantt_picture import draw_svg, select, to_png
from headway.reports.gantt_picture.options import PictureOptions
from tests.files.reading import index_of, read_rows
from tests.files.test_cli_files import KINDS, smallest

if TYPE_CHECKING:
    from pathlib import Path

STAMP = datetime(2027, 3, 1, tzinfo=UTC)
SVG = "{http://www.w3.org/2000/svg}"
SMALL = 1_000
"""Tasks up to which a workbook is opened again: reading one takes ten times as long as writing it."""


def check_csv(tables: Tables) -> None:
    rows = list(csv.DictReader(io.StringIO(encode_csv(tables).decode("utf-8-sig"), newline="")))
    assert len(rows) == len(tables.plan.tasks)
    for row, made in zip(rows, tables.tasks, strict=True):
        saved = tables.plan.saved.get(made.task.id)
        if saved is not None and saved.start is not None:
            assert row["start"] == to_datetime(saved.start).isoformat(timespec="seconds")


def check_workbook(tables: Tables, origin: Origin) -> None:
    data = encode_xlsx(tables, origin)
    if len(tables.tasks) > SMALL:
        return
    book: Any = openpyxl.load_workbook(io.BytesIO(data))
    plan = tables.plan
    counts = [book[name].max_row - 1 for name in ("Tasks", "Links", "Resources", "Assignments")]
    known = sum(each.predecessor in plan.tasks and each.successor in plan.tasks for each in plan.links.values())
    given = sum(each.task in plan.tasks for each in plan.assignments.values())
    assert counts == [len(plan.tasks), known, len(plan.resources), given]
    assert not [cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def check_calendar(tables: Tables) -> None:
    calendar = icalendar.Calendar.from_ical(encode_ics(tables, STAMP))
    found = [event for event in calendar.walk("VEVENT") if not str(event["summary"]).startswith("Deadline: ")]
    expected = sum(row.milestone and row.dates.finish is not None and not row.task.inactive for row in tables.tasks)
    assert len(found) == expected
    assert len({str(event["uid"]) for event in calendar.walk("VEVENT")}) == len(calendar.walk("VEVENT"))
    assert bool(calendar.walk("VEVENT")) == any(has_event(row) for row in tables.tasks)


def check_picture(tables: Tables, origin: Origin) -> None:
    text = draw_svg(tables, origin)
    root = ET.fromstring(text)
    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    for each in root.iter(f"{SVG}rect"):
        if each.get("x") is not None and each.get("y") is not None:
            assert -1 <= float(each.get("x", 0)) <= width, ET.tostring(each)
            assert -10 <= float(each.get("y", 0)) <= height
    chosen = select(tables, PictureOptions())
    titled = [group for group in root.iter(f"{SVG}g") if group.find(f"{SVG}title") is not None]
    assert len(titled) == len(chosen.rows)
    assert bool(chosen.note) == (len(chosen.rows) < len(tables.tasks))


@pytest.mark.parametrize("kind", KINDS)
def test_a_real_file_as_every_document(
    cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    path = smallest(cases, kind)
    for ending in ("xlsx", "csv", "ics", "json", "svg", "png"):
        code = app.run(["convert", str(path), str(tmp_path / f"out.{ending}"), "--json"])
        printed = capsys.readouterr()
        assert code == 0, printed.err
        record = msgspec.json.decode(printed.out)
        assert record["counts"]["tasks"] > 0
        assert (tmp_path / f"out.{ending}").stat().st_size > 0


@pytest.mark.full
def test_every_readable_file_becomes_every_document(cases: Path) -> None:
    readings = [each for each in read_rows(cases, index_of(cases)) if not isinstance(each.outcome, PlanFileError)]
    assert len(readings) > 100
    failed: list[str] = []
    for reading in readings:
        result: ReadResult = reading.result
        tables, origin = tables_of(result.plan), Origin(reading.name, losses=result.losses)
        try:
            check_csv(tables)
            check_workbook(tables, origin)
            check_calendar(tables)
            check_picture(tables, origin)
        except (AssertionError, ValueError, KeyError, TypeError, OverflowError) as error:
            failed.append(f"{reading.name}: {type(error).__name__}: {error}"[:300])
    assert not failed, "\n".join(failed)


@pytest.mark.full
def test_pictures_of_real_files_have_pixels(cases: Path) -> None:
    for kind in KINDS:
        rows = [row for row in index_of(cases) if row["file"].endswith(kind) and row["class"] == "A"][:3]
        for reading in read_rows(cases, rows):
            tables = tables_of(reading.result.plan)
            assert to_png(draw_svg(tables, Origin(reading.name)), 1).startswith(b"\x89PNG")
