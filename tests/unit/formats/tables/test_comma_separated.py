"""Tasks as a comma-separated file."""

from __future__ import annotations

import csv
import io
from datetime import datetime

import msgspec
import pytest

from headway.core.plan.plan import Plan
from headway.core.schedule import schedule
from headway.core.schedule.dated import dated
from headway.core.time import to_datetime
from headway.formats.tables.comma_separated import encode_csv
from headway.formats.tables.rows import tables_of
from tests.unit.formats.tables.hostile import FORMULAS, MARKUP, hostile
from tests.unit.reports.example import example


def read_back(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def records(plan: Plan) -> list[dict[str, str]]:
    return read_back(encode_csv(tables_of(plan)))


def test_one_row_a_task_with_its_dates() -> None:
    plan = dated(schedule(example()))
    rows = records(plan)
    assert [row["name"] for row in rows] == [
        "Prepare",
        "Survey",
        "Permit",
        "Contract signed",
        "Build",
        "Foundations",
        "Deck",
        "Railing",
        "Bridge open",
        "Opening party",
    ]
    for row, task_id in zip(rows, sorted(plan.tasks), strict=True):
        assert datetime.fromisoformat(row["start"]) == to_datetime(plan.saved[task_id].start or 0)
        assert datetime.fromisoformat(row["finish"]) == to_datetime(plan.saved[task_id].finish or 0)


def test_values_are_plain() -> None:
    deck = next(row for row in records(dated(schedule(example()))) if row["name"] == "Deck")
    assert deck["unique_id"] == "107"
    assert deck["predecessors"] == "A60 FS+1d"
    assert deck["resources"] == "Ben"
    assert (deck["duration_days"], deck["percent_complete"], deck["summary"], deck["kind"]) == ("5", "0", "no", "task")
    assert deck["critical"] == "yes"


def test_a_mark_and_line_ends_that_spreadsheets_expect() -> None:
    data = encode_csv(tables_of(example()))
    assert data.startswith(b"\xef\xbb\xbfunique_id,id,")
    assert data.count(b"\r\n") == data.count(b"\n") == 11


@pytest.mark.parametrize("text", [*FORMULAS, *MARKUP])
def test_no_text_of_a_plan_begins_a_formula(text: str) -> None:
    plan = hostile(text)
    rows = read_back(encode_csv(tables_of(dated(schedule(plan))), dict.fromkeys(plan.tasks, text)))
    assert len(rows) == len(plan.tasks)
    for row in rows:
        assert not [value for value in row.values() if value.lstrip(" ")[:1] in ("=", "@", "+", "\t", "\r", "\n", "＝")]
        numbers = {key: value for key, value in row.items() if value.startswith("-")}
        assert all(float(value) < 0 for value in numbers.values())


def test_negative_numbers_stay_numbers() -> None:
    plan = dated(schedule(example()))
    late = {key: msgspec.structs.replace(each, total_float=-2_400) for key, each in plan.saved.items()}
    for row in records(msgspec.structs.replace(plan, saved=late)):
        assert (row["total_float_days"], row["total_float_minutes"]) == ("-0.5", "-240")


def test_a_plan_without_tasks_is_its_heads() -> None:
    assert records(Plan()) == []
    assert encode_csv(tables_of(Plan())).count(b"\r\n") == 1


def test_driving_links_are_there_when_they_are_known() -> None:
    rows = read_back(encode_csv(tables_of(example()), {7: "106FS+480m"}))
    assert [row["drivers"] for row in rows if row["drivers"]] == ["106FS+480m"]
