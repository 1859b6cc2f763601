"""Causes in words: who, what, and nothing that the plan does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from headway.core.changes import diff
from headway.core.diff import CauseKind
from headway.core.diff.changed import Changed
from headway.core.diff.clauses import IT, cause_of, clause, link_words, name_of
from headway.core.diff.tracing import Root
from headway.core.message import TaskName
from headway.core.plan.entities import External, LagKind, Link, LinkKind, Task
from headway.core.plan.plan import P6Options, Rules
from headway.messages import render
from tests.drawn.words import instant
from tests.unit.core.diff.pairs import compared, drawn, text

if TYPE_CHECKING:
    from headway.core.plan.plan import Plan


def changed(old: Plan, new: Plan) -> Changed:
    return Changed(old, new, diff(old, new))


def said(old: str, new: str, kind: CauseKind, task: int = 1, other: int = 0) -> str:
    """The clause of a cause in two drawn plans whose rows have the same numbers."""
    found = changed(drawn(old), drawn(new))
    return render(cause_of(found, Root(kind, task, other)).message)


K = CauseKind


@pytest.mark.parametrize(
    ("old", "new", "kind", "expected"),
    [
        ("A 3d", "A 5d", K.DURATION, "'A' takes 2 working days longer"),
        ("A 3d", "A 1d", K.DURATION, "'A' takes 2 working days less"),
        ("A 3d", "A 12h", K.DURATION, "'A' takes 1 working day 4 hours less"),
        ("A 3d", "A 3d; parts 2027-03-01..2027-03-01, 2027-03-03..2027-03-04", K.DURATION,
         "'A' is worked in another way"),
        ("A 3d", "A 3d; actual start=2027-03-02", K.PROGRESS, "'A' was started Tue 2 Mar 2027"),
        ("A 3d; actual start=2027-03-02", "A 3d", K.PROGRESS, "'A' is not started any more"),
        ("A 3d", "A 3d; actual start=2027-03-01 finish=2027-03-05", K.PROGRESS, "'A' was finished Fri 5 Mar 2027"),
        ("A 3d; actual start=2027-03-01 finish=2027-03-05", "A 3d", K.PROGRESS, "'A' is not finished any more"),
        ("A 4d; actual start=2027-03-01; remaining 1d", "A 4d; actual start=2027-03-01; remaining 3d", K.PROGRESS,
         "'A' has 2 working days more left to do"),
        ("A 4d; actual start=2027-03-01; remaining 3d", "A 4d; actual start=2027-03-01; remaining 1d", K.PROGRESS,
         "'A' has 2 working days less left to do"),
        ("A 4d; actual start=2027-03-01; physical 10", "A 4d; actual start=2027-03-01; physical 20", K.PROGRESS,
         "'A' has other progress"),
        ("A 3d", "A 3d; SNLT 2027-03-02", K.CONSTRAINT, "'A' has a new constraint: it must start by Tue 2 Mar 2027"),
        ("A 3d; SNET 2027-03-01; FNLT 2027-03-09", "A 3d; SNET 2027-03-01; FNLT 2027-03-10", K.CONSTRAINT,
         "'A' has another constraint: it must finish by Wed 10 Mar 2027"),
        ("A 3d; MSO 2027-03-02", "A 3d", K.CONSTRAINT, "'A' has lost its constraint (it must start on Tue 2 Mar 2027)"),
        ("A 3d", "A 3d; expected finish 2027-03-09", K.CONSTRAINT, "'A' has another expected finish"),
        ("A 3d", "A 3d; manual start=2027-03-02 finish=2027-03-04", K.MANUAL, "'A' has dates typed by hand now"),
        ("A 3d; manual start=2027-03-02 finish=2027-03-04", "A 3d; manual start=2027-03-03 finish=2027-03-05", K.MANUAL,
         "'A' was moved by hand from Thu 4 Mar 2027 to Fri 5 Mar"),
        ("A 3d; manual start=2027-03-02 finish=2027-03-05", "A 3d; manual start=2027-03-03 finish=2027-03-05", K.MANUAL,
         "'A' was moved by hand from Tue 2 Mar 2027 to Wed 3 Mar"),
        ("A 3d; manual start=2027-03-02", "A 3d; manual finish=2027-03-05", K.MANUAL,
         "'A' has other dates typed by hand"),
        ("A 3d; manual start=2027-03-02 finish=2027-03-04", "A 3d", K.MANUAL, "'A' follows its links again"),
        ("A 3d", "A 3d; delay 3d", K.DELAY, "'A' is delayed by 3 working days to level the work load"),
        ("A 3d", "A 3d; delay 3ed", K.DELAY, "'A' is delayed by 3 calendar days to level the work load"),
        ("A 3d; delay 3d", "A 3d", K.DELAY, "'A' is no longer delayed to level the work load"),
        ("A 3d", "A 3d; inactive", K.ACTIVATION, "'A' was made inactive"),
        ("A 3d; inactive", "A 3d", K.ACTIVATION, "'A' is active again"),
        ("A 3d", "A 3d; owner Ann", K.RESOURCES, "'A' has other people or other working time of theirs"),
        ("A 3d", "A 3d; owner Ann", K.OUTLINE, "'A' has another place in the outline"),
        ("A 3d", "A 3d; owner Ann", K.SPAN, "'A' runs as long as the tasks that it is tied to"),
        ("A 3d", "A 3d; owner Ann", K.UNKNOWN, "several changes come together"),
        ("A 3d", "A 3d; calendar Standard", K.CALENDAR, "'A' follows the calendar Standard now"),
        ("A 3d; calendar Standard", "A 3d", K.CALENDAR, "'A' follows another calendar"),
    ],
)  # fmt: skip
def test_each_kind_has_its_words(old: str, new: str, kind: CauseKind, expected: str) -> None:
    assert said(old, new, kind) == expected


@pytest.mark.parametrize(
    ("old", "new", "kind", "expected"),
    [
        ("A 3d\nB 1d", "A 3d\nB 1d after A", K.LINK_ADDED, "'B' now waits for 'A'"),
        ("A 3d\nB 1d after A", "A 3d\nB 1d", K.LINK_REMOVED, "'B' no longer waits for 'A'"),
        ("A 3d\nB 1d after A", "A 3d\nB 1d after A SS-2h", K.LINK_CHANGED,
         "the link from 'A' to 'B' is now SS − 2 hours (it was FS)"),
    ],
)  # fmt: skip
def test_links_name_both_ends(old: str, new: str, kind: CauseKind, expected: str) -> None:
    assert said(old, new, kind, 2, 1) == expected


def test_what_came_and_went() -> None:
    one, two = drawn("A 3d"), drawn("A 3d\nB 1d")
    assert render(cause_of(changed(one, two), Root(K.ADDED, 2)).message) == "'B' was added"
    assert render(cause_of(changed(two, one), Root(K.REMOVED, 2)).message) == "'B' was removed"


def test_the_task_of_the_sentence_is_called_it() -> None:
    found = changed(drawn("A 3d"), drawn("A 5d"))
    about_itself = cause_of(found, Root(K.DURATION, 1), about=1)
    assert render(about_itself.message) == "it takes 2 working days longer"
    assert about_itself.task == TaskName(1, "A")
    assert render(clause(found, Root(K.DURATION, 1), IT)) == "it takes 2 working days longer"


P6 = {"rules": Rules.P6}
MARCH = instant("2027-03-02", 4_800)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({}, P6, "the dates follow the rules of P6 now"),
        (P6, {}, "the dates follow the rules of MS Project now"),
        ({}, {"data_date": MARCH}, "the data date is Tue 2 Mar 2027 now"),
        ({"data_date": MARCH}, {}, "there is no data date any more"),
        ({}, {"start": MARCH}, "the project starts Tue 2 Mar 2027 now"),
        ({}, {"calendar": None}, "the project follows another calendar"),
        ({}, {"p6": P6Options(open_ends_critical=True)}, "the settings of the project changed"),
        ({}, {"start": MARCH, "data_date": MARCH, **P6}, "the dates follow the rules of P6 now"),
    ],
)
def test_settings_of_the_project(old: dict[str, object], new: dict[str, object], expected: str) -> None:
    plan = drawn("A 3d")

    def with_settings(fields: dict[str, object]) -> Plan:
        return msgspec.structs.replace(plan, project=msgspec.structs.replace(plan.project, **fields))

    found = changed(with_settings(old), with_settings(new))
    cause = cause_of(found, Root(K.SETTINGS))
    assert render(cause.message) == expected
    assert cause.task is None


def test_working_time_goes_by_the_name_of_the_calendar() -> None:
    found = changed(drawn("A 3d"), drawn("calendar Standard: Mon-Thu 08:00-12:00; Fri off\nA 3d"))
    assert render(cause_of(found, Root(K.CALENDAR, 0, 1)).message) == "the calendar Standard has other working time"
    assert render(cause_of(found, Root(K.CALENDAR, 0, 99)).message) == "the calendar 99 has other working time"


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        (Task(id=4, name=" Dig "), "'Dig'"),
        (Task(id=4), "task 4"),
        (Task(id=4, external=External(code="A1000")), "'A1000'"),
        (Task(id=4, external=External(row=17)), "'17'"),
        (Task(id=4, external=External(guid="g")), "task 4"),
    ],
)
def test_a_task_goes_by_its_name_its_code_or_its_row(task: Task, expected: str) -> None:
    assert render(clause(changed(drawn("A 3d"), drawn("A 3d")), Root(K.UNKNOWN, 1), name_of(task)))
    assert render(cause_of(Changed(drawn(""), drawn(""), ()), Root(K.UNKNOWN)).message)
    found = msgspec.structs.replace(drawn(""), tasks={4: task})
    assert render(cause_of(changed(drawn(""), found), Root(K.ADDED, 4)).message) == f"{expected} was added"


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (Link(1, 1, 2), "FS"),
        (Link(1, 1, 2, LinkKind.SF), "SF"),
        (Link(1, 1, 2, LinkKind.SS, 4_800), "SS + 1 working day"),
        (Link(1, 1, 2, LinkKind.FF, -2_400), "FF − 4 hours"),
        (Link(1, 1, 2, LinkKind.FS, 28_800, LagKind.ELAPSED), "FS + 2 calendar days"),
        (Link(1, 1, 2, LinkKind.FS, 5_000, LagKind.PERCENT), "FS + 50 %"),
        (Link(1, 1, 2, LinkKind.FS, -1_250, LagKind.ELAPSED_PERCENT), "FS − 12.5 %"),
    ],
)
def test_links_in_words(link: Link, expected: str) -> None:
    assert render(link_words(link)) == expected


def test_a_name_with_braces_is_only_a_name() -> None:
    found = compared("A 3d called Dig {deep}", "A 4d called Dig {deep}")
    assert text(found.summary.dates[0].message).startswith("'Dig {deep}' finishes 1 working day later")
