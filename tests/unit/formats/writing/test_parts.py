"""The small parts of writing: texts, custom fields, codes, work divided over time."""

from __future__ import annotations

import msgspec
import pytest

from headway.core.plan.entities import Part, Resource, Task
from headway.core.plan.plan import Plan
from headway.formats import p6_text
from headway.formats.registry import FORMATS
from headway.formats.writing.charsets import charset_for
from headway.formats.writing.custom import CustomSlots
from headway.formats.writing.draft import Draft, DraftTask
from headway.formats.writing.numbers import LARGEST, Numbers
from headway.formats.writing.p6 import Codes, slug
from headway.formats.writing.splits import divided_work
from headway.formats.writing.texts import with_stand_ins, without_controls
from tests.unit.formats.writing.plans import DAY, EVENING, MONDAY, WORKDAY, house

CUSTOM = dict[str, "str | int | float | bool"]


def fields_of(text: str, name: str = "NAME", *, tabbed: bool) -> str:
    draft = Draft({}, tasks=(DraftTask(1, {name: text}),))
    return str(without_controls(draft, tabbed=tabbed).tasks[0].fields[name])


@pytest.mark.parametrize(
    ("name", "tabbed", "expected"),
    [("NAME", False, "a b c"), ("NOTES", False, "a\tb\nc"), ("NOTES", True, "a b\nc"), ("TEXT1", True, "a b c")],
)
def test_lines_and_tabs(name: str, tabbed: bool, expected: str) -> None:
    assert fields_of("a\tb\n\x00c\x1b", name, tabbed=tabbed) == expected


def test_formulas_stay_as_they_are() -> None:
    """A plan file is no table: what a program would take for a formula there is a name here."""
    assert fields_of("=1+1", tabbed=True) == "=1+1"


def test_stand_ins() -> None:
    draft = with_stand_ins(Draft({"NAME": "🏗 🚧 🏗"}))
    assert draft.settings["NAME"] == "\ue000 \ue001 \ue000"
    assert dict(draft.stand_ins) == {"\ue000": "🏗", "\ue001": "🚧"}


def slots(rows: list[CUSTOM], name: str = "mspdi") -> CustomSlots:
    tasks = {number: Task(number, "A", custom=row) for number, row in enumerate(rows, 1)}
    return CustomSlots(Plan(tasks=tasks), FORMATS[name])


@pytest.mark.parametrize(
    ("value", "field", "written"),
    [
        ("red", "TEXT1", "red"),
        (3, "NUMBER1", 3.0),
        (True, "FLAG1", True),
        ("1970-01-02T08:00:00.0", "DATE1", 19_200),
    ],
)
def test_fields_fit_their_values(value: str | int, field: str, written: object) -> None:
    assert slots([{"Own": value}]).fields("task", {"Own": value}) == {field: written}


def test_values_of_two_kinds_are_texts() -> None:
    assert slots([{"Own": 3}, {"Own": "x"}]).fields("task", {"Own": 3}) == {"TEXT1": "3"}


def test_a_numbered_field_is_its_own() -> None:
    mixed = slots([{"text1": "a", "Own": "b"}])
    assert mixed.fields("task", {"text1": "a", "Own": "b"}) == {"TEXT1": "a", "TEXT2": "b"}
    assert [each.name for each in mixed.names()] == ["Own"]


def test_a_value_that_does_not_fit_is_left_out() -> None:
    assert slots([{"number1": "many"}]).fields("task", {"number1": "many"}) == {"NUMBER1": None}


def test_fields_run_out() -> None:
    row: CUSTOM = {f"Own {number}": "x" for number in range(45)}
    assert len(slots([row]).fields("task", row)) == 30
    assert len(slots([row], "mpx").fields("task", row)) == 40


def test_p6_knows_no_durations_and_names_all() -> None:
    row: CUSTOM = {"duration1": 480.0, "text1": "x"}
    found = slots([row], "xer")
    assert found.fields("task", row) == {"NUMBER1": 480.0, "TEXT1": "x"}
    assert {each.name for each in found.names()} == {"duration1", "text1"}


def test_codes_are_short_and_unique() -> None:
    codes = Codes()
    assert [codes.take("a" * 50), codes.take("A" * 50), codes.take("")] == ["a" * 40, "A" * 38 + "-2", "-2"]
    assert slug("名前") == ""


def test_numbers() -> None:
    numbers = Numbers([5, LARGEST + 1, -3, 2**60])
    assert [numbers[key] for key in (5, LARGEST + 1, -3, 2**60)] == [5, 6, 7, 8]
    assert numbers.fresh() == 9
    assert (numbers.get(None), numbers.get(99)) == (None, None)
    assert Numbers([LARGEST, 2**40])[2**40] == 1


def test_character_sets() -> None:
    xer = FORMATS["xer"]
    assert charset_for(FORMATS["mpx"], b"x") is None
    assert charset_for(xer, b"plain") == "windows-1252"
    assert charset_for(xer, "Фундамент".encode()) == "windows-1251"
    assert charset_for(xer, "Größe Фундамент".encode()) == "UTF-8"


def test_work_done_and_left_of_a_split_task() -> None:
    plan = house()
    parts = (Part(MONDAY, EVENING), Part(MONDAY + 2 * DAY, EVENING + 2 * DAY))
    task = msgspec.structs.replace(plan.tasks[2], parts=parts)
    half = msgspec.structs.replace(
        plan.assignments[1], actual_work=WORKDAY, remaining_work=WORKDAY, stop=EVENING, finish=EVENING + 2 * DAY
    )
    assert [(each.work, each.done) for each in divided_work(plan, task, half)] == [(WORKDAY, True), (WORKDAY, False)]
    done = msgspec.structs.replace(half, actual_work=2 * WORKDAY, remaining_work=0)
    assert [(each.work, each.done) for each in divided_work(plan, task, done)] == [
        (WORKDAY, True),
        (0, True),
        (WORKDAY, True),
    ]
    elsewhere = msgspec.structs.replace(half, start=EVENING + 9 * DAY, finish=EVENING + 9 * DAY)
    assert divided_work(plan, task, elsewhere) == ()
    assert divided_work(plan, plan.tasks[3], half) == ()


def test_roles_are_taken_out_of_the_place_of_resources() -> None:
    xer = b"%T\tTASKRSRC\n%F\trole_id\trsrc_id\n%R\t3\t3\n%R\t\t4\n%E\n"
    assert p6_text.mended_xer(xer, {}).split(b"\r\n")[2:4] == [b"%R\t3\t", b"%R\t\t4"]


def test_hours_of_calendars_are_exact() -> None:
    xer = b"%T\tCALENDAR\n%F\tclndr_id\tday_hr_cnt\tweek_hr_cnt\n%R\t1\t7\t37\n%R\t2\t8\t40\n%E\n"
    mended = p6_text.mended_xer(xer, {1: (450, 2_250, None), 2: (480, 2_400, None)})
    assert mended.split(b"\r\n")[2:4] == [b"%R\t1\t7.5\t37.5", b"%R\t2\t8\t40"]


def test_resources_have_fields_of_their_own() -> None:
    plan = Plan(resources={1: Resource(1, "A", custom={"Own": "x", "contact": "y"})})
    found = CustomSlots(plan, FORMATS["mspdi"])
    assert found.fields("resource", plan.resources[1].custom) == {"TEXT1": "x", "TEXT2": "y"}
