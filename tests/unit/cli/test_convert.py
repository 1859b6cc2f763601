"""`headway convert`: what is written, what is said to be lost, and what is refused."""

from __future__ import annotations

import csv
import errno
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import icalendar
import msgspec
import openpyxl
import pytest

from headway import formats
from headway.cli.targets import TARGETS, Target
from headway.core.schedule import schedule
from headway.core.schedule.dated import dated
from headway.formats.own import encode_own
from headway.formats.writing.writer import format_for
from tests.unit.formats.tables.hostile import MARKUP, hostile
from tests.unit.reports.example import example

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.unit.cli.conftest import Answer

    Run = Callable[..., Answer]

DOCUMENTS = [target.name for target in TARGETS.values() if target.document]


@pytest.fixture
def undated_file(tmp_path: Path) -> Path:
    """The invented plan as a file that has no dates."""
    path = tmp_path / "undated.headway"
    path.write_bytes(encode_own(msgspec.structs.replace(example(), saved={})))
    return path


def names_in(folder: Path) -> set[str]:
    return {each.name for each in folder.iterdir()} - {"kernels"}


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_each_kind_of_document_is_written_and_told(headway: Run, plan_file: Path, tmp_path: Path, kind: str) -> None:
    out = tmp_path / f"out.{kind}"
    answer = headway("convert", plan_file, out)
    assert answer.code == 0, answer.err
    assert out.stat().st_size > 500
    assert answer.out.startswith(f"Written to {out}\n")
    told = answer.out.splitlines()[1]
    assert told.casefold().startswith(f"{TARGETS[kind].title}: ".casefold())
    assert told[0].isupper()
    assert "dates as saved in the file" in " ".join(answer.out.split())
    assert "leaves out" in answer.out
    assert names_in(tmp_path) == {plan_file.name, out.name}


def test_documents_hold_the_dates_of_the_file(headway: Run, plan_file: Path, tmp_path: Path) -> None:
    saved = formats.read(plan_file).plan.saved
    assert headway("convert", plan_file, tmp_path / "out.csv").code == 0
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8-sig"))))
    deck = next(row for row in rows if row["name"] == "Deck")
    computed = schedule(example()).dates(7)
    assert saved[7].finish != computed.finish
    assert deck["finish"] == "2027-03-31T17:00:00"
    assert headway("convert", plan_file, tmp_path / "out.csv", "--reschedule").code == 0
    assert "2027-04-01T17:00:00" in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")


def test_the_file_to_write_may_be_named_as_in_other_commands(headway: Run, plan_file: Path, tmp_path: Path) -> None:
    assert headway("convert", plan_file, "-o", tmp_path / "plan.csv").code == 0
    assert names_in(tmp_path) == {plan_file.name, "plan.csv"}


def test_our_own_format_loses_nothing(headway: Run, plan_file: Path, tmp_path: Path) -> None:
    answer = headway("convert", plan_file, tmp_path / "copy.headway", "--strict")
    assert answer.code == 0
    assert "Nothing was lost." in answer.out
    assert formats.read(tmp_path / "copy.headway").plan == formats.read(plan_file).plan


def test_the_answer_as_data(headway: Run, plan_file: Path, tmp_path: Path) -> None:
    found = headway("convert", plan_file, tmp_path / "out.xlsx", "--json").json
    assert list(found) == ["written", "format", "dates", "counts", "rows", "note", "losses"]
    assert (found["format"], found["dates"], found["rows"]) == ("xlsx", "saved", 10)
    assert found["counts"] == {"tasks": 8, "summaries": 2, "links": 7, "resources": 2, "assignments": 4}
    assert found["losses"]["reading"] == []
    (calendars,) = [each for each in found["losses"]["writing"] if each["entity"] == "calendar"]
    assert list(calendars) == ["entity", "field", "count", "unique_id", "name", "before", "after", "reason"]
    assert calendars["field"] == "existence"


def test_the_whole_list_of_losses_goes_to_a_file(headway: Run, plan_file: Path, tmp_path: Path) -> None:
    lost = tmp_path / "lost.csv"
    found = headway("convert", plan_file, tmp_path / "out.ics", "--losses", lost, "--json").json
    rows = list(csv.DictReader(io.StringIO(lost.read_text(encoding="utf-8-sig"))))
    assert [(row["entity"], row["field"], int(row["count"])) for row in rows] == [
        (each["entity"], each["field"], each["count"]) for each in found["losses"]["writing"]
    ]
    assert {row["step"] for row in rows} == {"writing"}


def test_strict_fails_when_something_is_lost_and_still_writes(headway: Run, plan_file: Path, tmp_path: Path) -> None:
    answer = headway("convert", plan_file, tmp_path / "out.ics", "--strict")
    assert answer.code == 1
    assert (tmp_path / "out.ics").exists()


def test_a_file_without_dates_is_computed_and_it_is_said(headway: Run, undated_file: Path, tmp_path: Path) -> None:
    answer = headway("convert", undated_file, tmp_path / "out.json")
    assert answer.code == 0
    assert "10 tasks without dates in the file: all dates are computed." in answer.err
    record = msgspec.json.decode((tmp_path / "out.json").read_bytes())
    assert record["dates"] == "computed"
    assert all(task["start"] for task in record["tasks"])


def test_dates_that_are_to_be_kept_and_are_not_there(headway: Run, undated_file: Path, tmp_path: Path) -> None:
    assert headway("convert", undated_file, tmp_path / "out.csv", "--keep-dates").code == 0
    answer = headway("convert", undated_file, tmp_path / "out.xml", "--keep-dates")
    assert answer.code == 2
    assert "Leave --keep-dates out" in answer.err


def test_both_records_have_the_same_keys(headway: Run, plan_file: Path, tmp_path: Path) -> None:
    records: list[Any] = []
    for option in ("--keep-dates", "--reschedule"):
        assert headway("convert", plan_file, tmp_path / "out.json", option).code == 0
        records.append(msgspec.json.decode((tmp_path / "out.json").read_bytes()))
    kept, computed = records
    assert list(kept) == list(computed)
    assert list(kept["project"]) == list(computed["project"])
    assert [list(task) for task in kept["tasks"]] == [list(task) for task in computed["tasks"]]
    assert (kept["dates"], computed["dates"]) == ("saved", "computed")
    assert kept["warnings"][-1]["code"] == "saved_dates"
    names = [task["name"] for task in computed["tasks"] if task["drivers"]]
    assert "Deck" in names


def test_schedule_and_convert_write_the_same_record(headway: Run, plan_file: Path, tmp_path: Path) -> None:
    headway("convert", plan_file, tmp_path / "one.json", "--reschedule")
    headway("schedule", plan_file, "-o", tmp_path / "other.json")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "other.json").read_bytes()


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_schedule_writes_each_document_too(headway: Run, plan_file: Path, tmp_path: Path, kind: str) -> None:
    assert headway("schedule", plan_file, "-o", tmp_path / f"out.{kind}").code == 0
    assert (tmp_path / f"out.{kind}").stat().st_size > 500


@pytest.mark.parametrize("target", [each for each in TARGETS.values() if not each.document], ids=lambda each: each.name)
def test_endings_of_plan_files_stand_for_the_same_formats_everywhere(target: Target) -> None:
    assert [format_for(Path(f"plan{ending}"), None).name for ending in target.endings] == [target.name]
    assert {each.name for each in TARGETS.values() if not each.document} == set(formats.WRITTEN)


def test_a_data_date_computes_anew(headway: Run, plan_file: Path, tmp_path: Path) -> None:
    found = headway("convert", plan_file, tmp_path / "out.csv", "--as-of", "2027-04-05", "--json").json
    assert found["dates"] == "computed"
    answer = headway("convert", plan_file, tmp_path / "out.csv", "--as-of", "2027-04-05", "--keep-dates")
    assert answer.code == 2


def test_a_kind_may_be_named_whatever_the_ending(headway: Run, plan_file: Path, tmp_path: Path) -> None:
    assert headway("convert", plan_file, tmp_path / "plan.txt", "--to", "ics").code == 0
    calendar = icalendar.Calendar.from_ical((tmp_path / "plan.txt").read_bytes())
    assert len(calendar.walk("VEVENT")) == 3


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("plan.docx",), ("OUT 'plan.docx' has an ending we cannot write", ".xlsx, .csv", ".headway")),
        (("plan",), ("has no ending", ".xlsx")),
        (("plan.mpp",), ("Only Microsoft Project writes it; write .xml",)),
        (("plan.html",), ("headway report",)),
        (("plan.csv", "--to", "word"), ("--to 'word' is nothing we write", "xlsx, csv")),
        (("plan.csv", "--depth", "2"), ("--depth is for Gantt charts only",)),
        (("plan.svg", "--rules", "p6", "--keep-dates"), ("Leave one of them out",)),
        (("plan.csv", "--losses", "plan.csv"), ("are the same file",)),
        (("plan.csv", "-o", "plan.xml"), ("both say what to write", "Leave one of them out")),
        ((), ("say which file to write", "headway convert plan.mpp plan.xml")),
    ],
)
def test_what_cannot_be_is_explained(
    headway: Run, plan_file: Path, tmp_path: Path, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    placed = [tmp_path / each if each.startswith("plan") else each for each in arguments]
    answer = headway("convert", plan_file, *placed)
    assert answer.code == 2
    said = " ".join(answer.err.split())
    assert all(word in said for word in words), said
    assert names_in(tmp_path) == {plan_file.name}


def test_the_plan_file_itself_is_never_written_over_unasked(headway: Run, plan_file: Path, tmp_path: Path) -> None:
    before = plan_file.read_bytes()
    link = tmp_path / "same.headway"
    link.symlink_to(plan_file)
    for out in (plan_file, link):
        answer = headway("convert", plan_file, out)
        assert answer.code == 2
        assert "say --force" in answer.err
    assert headway("convert", plan_file, tmp_path / "o.csv", "--losses", plan_file).code == 2
    assert plan_file.read_bytes() == before
    assert headway("convert", plan_file, plan_file, "--force").code == 0
    assert formats.read(plan_file).plan == example()


def test_places_that_cannot_be_written_are_told_before_the_work(headway: Run, plan_file: Path, tmp_path: Path) -> None:
    (tmp_path / "folder.csv").mkdir()
    answer = headway("convert", plan_file, tmp_path / "folder.csv")
    assert answer.code == 3
    assert "is a folder" in answer.err
    answer = headway("convert", plan_file, tmp_path / "nowhere" / "out.csv")
    assert answer.code == 3
    assert "there is no folder" in answer.err


@pytest.mark.parametrize("kind", [*DOCUMENTS, "headway"])
def test_a_full_disk_leaves_no_part_of_a_file(
    headway: Run, plan_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    out = tmp_path / f"out.{kind}"
    out.write_bytes(b"older")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    answer = headway("convert", plan_file, out)
    assert answer.code == 3
    assert "No space left on device" in answer.err
    assert out.read_bytes() == b"older"
    assert names_in(tmp_path) == {plan_file.name, out.name}


def test_a_picture_shows_what_is_asked_for_and_says_what_is_missing(
    headway: Run, plan_file: Path, tmp_path: Path
) -> None:
    found = headway("convert", plan_file, tmp_path / "out.svg", "--depth", "1", "--width", "900", "--json").json
    assert found["rows"] == 3
    assert found["note"] == "3 of 10 rows: levels below 1 are left out."
    assert found["note"] in (tmp_path / "out.svg").read_text()
    assert ("task", "existence", 7) in [
        (each["entity"], each["field"], each["count"]) for each in found["losses"]["writing"]
    ]
    assert (
        "3 of 10 rows: levels below 1 are left out"
        in headway("convert", plan_file, tmp_path / "out.png", "--depth", "1").out
    )


def test_a_picture_too_large_to_read_names_the_way_out(
    headway: Run, plan_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("headway.reports.gantt_picture.raster.MOST_PIXELS", 1_000)
    answer = headway("convert", plan_file, tmp_path / "out.png")
    assert answer.code == 2
    assert "--depth or --rows" in answer.err
    assert names_in(tmp_path) == {plan_file.name}


@pytest.mark.parametrize("text", MARKUP)
def test_hostile_names_go_through_every_writer(headway: Run, tmp_path: Path, text: str) -> None:
    if "\ud800" in text:
        text = text.replace("\ud800", "")  # no file of ours holds half a character
    path = tmp_path / "hostile.headway"
    path.write_bytes(encode_own(dated(schedule(hostile(text)))))
    for kind in DOCUMENTS:
        answer = headway("convert", path, tmp_path / f"out.{kind}", "--losses", tmp_path / "lost.csv")
        assert answer.code == 0, answer.err
        assert "\x1b" not in answer.out
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx")["Tasks"]
    assert sheet.max_row == 6
