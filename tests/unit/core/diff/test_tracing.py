"""Moves followed back to their roots: each kind of cause, through links, summaries and tied work, both ways."""

from __future__ import annotations

import pytest

from headway.core.diff import CauseKind
from tests.unit.core.diff.pairs import causes, compared, moves, sentences, text

K = CauseKind
Case = tuple[str, str, str, str, CauseKind, str]
"""What it is about, old plan, new plan, the task that moved, the kind and the task of its cause."""

P6 = "project: start 2027-03-01; rules p6; data date 2027-03-02\n"

OWN: list[Case] = [
    ("longer", "A 3d", "A 4d", "A", K.DURATION, "A"),
    ("shorter", "A 3d", "A 1d", "A", K.DURATION, "A"),
    ("split", "A 4d; parts 2027-03-01..2027-03-02, 2027-03-04..2027-03-05", "A 4d", "A", K.DURATION, "A"),
    ("begun", "A 3d", "A 3d; actual start=2027-03-03", "A", K.PROGRESS, "A"),
    ("done", "A 3d", "A 3d; actual start=2027-03-01 finish=2027-03-02", "A", K.PROGRESS, "A"),
    ("more left to do", P6 + "A 4d; actual start=2027-03-01; remaining 2d",
     P6 + "A 4d; actual start=2027-03-01; remaining 3d", "A", K.PROGRESS, "A"),
    ("held back", "A 3d", "A 3d; SNET 2027-03-04", "A", K.CONSTRAINT, "A"),
    ("let go", "A 3d; SNET 2027-03-04", "A 3d", "A", K.CONSTRAINT, "A"),
    ("another date", "A 3d; SNET 2027-03-04", "A 3d; SNET 2027-03-09", "A", K.CONSTRAINT, "A"),
    ("must finish on", "A 3d", "A 3d; MFO 2027-03-10", "A", K.CONSTRAINT, "A"),
    ("typed by hand", "A 3d", "A 3d; manual start=2027-03-08 finish=2027-03-10", "A", K.MANUAL, "A"),
    ("typed anew", "A 3d; manual start=2027-03-08 finish=2027-03-10", "A 3d; manual start=2027-03-15 finish=2027-03-17",
     "A", K.MANUAL, "A"),
    ("no longer typed", "A 3d; manual start=2027-03-08 finish=2027-03-10", "A 3d", "A", K.MANUAL, "A"),
    ("delayed", "A 3d", "A 3d; delay 2d", "A", K.DELAY, "A"),
    ("no longer delayed", "A 3d; delay 2d", "A 3d", "A", K.DELAY, "A"),
    ("another calendar", "calendar Short: Mon-Fri 08:00-12:00\nA 3d",
     "calendar Short: Mon-Fri 08:00-12:00\nA 3d; calendar Short", "A", K.CALENDAR, "A"),
    ("a day off", "A 3d", "calendar Standard: Mon-Fri 08:00-12:00 13:00-17:00; off 2027-03-02..2027-03-02\nA 3d",
     "A", K.CALENDAR, ""),
    ("other working time of a resource", "calendar Ann: Mon-Fri 08:00-12:00 13:00-17:00\n"
     "resource Ann: calendar Ann\nA 3d; resource Ann",
     "calendar Ann: Mon-Fri 08:00-12:00\nresource Ann: calendar Ann\nA 3d; resource Ann", "A", K.CALENDAR, ""),
    ("the project starts later", "A 3d", "project: start 2027-03-03\nA 3d", "A", K.SETTINGS, ""),
    ("the project starts earlier", "project: start 2027-03-03\nA 3d", "A 3d", "A", K.SETTINGS, ""),
    ("the data date", "project: start 2027-03-01; rules p6; data date 2027-03-01\nA 3d",
     "project: start 2027-03-01; rules p6; data date 2027-03-04\nA 3d", "A", K.SETTINGS, ""),
]  # fmt: skip

LINKED: list[Case] = [
    ("a predecessor takes longer", "A 3d\nB 2d after A", "A 4d\nB 2d after A", "B", K.DURATION, "A"),
    ("one far back", "A 3d\nB 2d after A\nC 1d after B\nD 1d after C", "A 4d\nB 2d after A\nC 1d after B\nD 1d after C",
     "D", K.DURATION, "A"),
    ("the start of a predecessor", "A 3d\nB 2d after A SS", "A 3d; SNET 2027-03-04\nB 2d after A SS",
     "B", K.CONSTRAINT, "A"),
    ("the finish of a predecessor", "A 3d\nB 2d after A FF", "A 5d\nB 2d after A FF", "B", K.DURATION, "A"),
    ("through a milestone", "A 3d\nM milestone; after A\nB 2d after M", "A 4d\nM milestone; after A\nB 2d after M",
     "B", K.DURATION, "A"),
    ("a new link", "A 3d\nB 2d", "A 3d\nB 2d after A", "B", K.LINK_ADDED, "B"),
    ("a link that is gone", "A 3d\nB 2d after A", "A 3d\nB 2d", "B", K.LINK_REMOVED, "B"),
    ("a longer lag", "A 3d\nB 2d after A", "A 3d\nB 2d after A+1d", "B", K.LINK_CHANGED, "B"),
    ("a shorter lag", "A 3d\nB 2d after A+2d", "A 3d\nB 2d after A", "B", K.LINK_CHANGED, "B"),
    ("another kind", "A 3d\nB 2d after A", "A 3d\nB 2d after A SS", "B", K.LINK_CHANGED, "B"),
    ("after a changed link", "A 3d\nB 2d after A\nC 1d after B", "A 3d\nB 2d after A+1d\nC 1d after B",
     "C", K.LINK_CHANGED, "B"),
    ("a lag that outweighs the predecessor", "A 3d\nB 2d after A", "A 4d\nB 2d after A+3d", "B", K.LINK_CHANGED, "B"),
    ("a predecessor that outweighs the lag", "A 3d\nB 2d after A", "A 6d\nB 2d after A+1d", "B", K.DURATION, "A"),
    ("a new task before it", "A 3d\nB 2d", "A 3d\nB 2d after X\nX 4d", "B", K.ADDED, "X"),
    ("a task before it that is gone", "A 3d\nB 2d after X\nX 4d", "A 3d\nB 2d", "B", K.REMOVED, "X"),
    ("a task made inactive", "A 3d\nX 4d\nB 2d after X", "A 3d\nX 4d; inactive\nB 2d after X", "B", K.ACTIVATION, "X"),
    ("the later of two", "A 3d\nB 3d\nC 1d after A, B", "A 5d\nB 4d\nC 1d after A, B", "C", K.DURATION, "A"),
    ("the one that let go", "A 9d\nB 3d\nC 1d after A, B", "A 2d\nB 3d\nC 1d after A, B", "C", K.DURATION, "A"),
    ("drawn back by its own work", "A 5d\nB 2d after A FF", "A 5d\nB 3d after A FF", "B", K.DURATION, "B"),
    ("tied to a changed finish", "A 3d\nB LOE; after A SS; after A FF\nC 1d after A",
     "A 5d\nB LOE; after A SS; after A FF\nC 1d after A", "B", K.DURATION, "A"),
]  # fmt: skip

SUMMARIES: list[Case] = [
    ("the last row takes longer", "P\n  A 3d\n  B 2d after A", "P\n  A 3d\n  B 4d after A", "P", K.DURATION, "B"),
    ("a row before the last", "P\n  A 3d\n  B 2d after A", "P\n  A 4d\n  B 2d after A", "P", K.DURATION, "A"),
    ("a new last row", "P\n  A 3d", "P\n  A 3d\n  B 9d", "P", K.ADDED, "B"),
    ("the last row is gone", "P\n  A 3d\n  B 9d", "P\n  A 3d", "P", K.REMOVED, "B"),
    ("the first row starts later", "P\n  A 3d\n  B 8d; SNET 2027-03-03",
     "P\n  A 3d; SNET 2027-03-02\n  B 8d; SNET 2027-03-03",
     "P", K.CONSTRAINT, "A"),
    ("another row is first now", "P\n  A 3d; SNET 2027-03-09\n  B 3d; SNET 2027-03-10",
     "P\n  A 3d; SNET 2027-03-09\n  B 3d; SNET 2027-03-04", "P", K.CONSTRAINT, "B"),
    ("a link on the summary", "Z 2d\nP\n  A 3d", "Z 2d\nP after Z\n  A 3d", "A", K.LINK_ADDED, "P"),
    ("what a summary waits for", "Z 2d\nP after Z\n  A 3d", "Z 4d\nP after Z\n  A 3d", "A", K.DURATION, "Z"),
    ("what waits for a summary", "P\n  A 3d\n  B 1d\nC 1d after P",
     "P\n  A 5d\n  B 1d\nC 1d after P", "C", K.DURATION, "A"),
    ("a constraint on the summary", "P\n  A 3d", "P SNET 2027-03-09\n  A 3d", "A", K.CONSTRAINT, "P"),
    ("a deep outline", "P\n  Q\n    A 3d\nB 1d after P", "P\n  Q\n    A 4d\nB 1d after P", "B", K.DURATION, "A"),
]  # fmt: skip


SHIFTS = "calendar Short: Mon-Fri 08:00-12:00\n"
HALF = "calendar Standard: Mon-Fri 08:00-12:00\n"
RARE: list[Case] = [
    ("a summary typed by hand", "P\n  A 3d",
     "P manual start=2027-03-08 finish=2027-03-12\n  A 3d", "A", K.MANUAL, "P"),
    ("the summary itself", "P\n  A 3d", "P manual start=2027-03-08 finish=2027-03-12\n  A 3d", "P", K.MANUAL, "P"),
    ("the project follows another calendar",
     SHIFTS + "A 3d", SHIFTS + "project: start 2027-03-01; calendar Short\nA 3d",
     "A", K.SETTINGS, ""),
    ("someone who works less", SHIFTS + "resource Ann: calendar Short\nresource Bob: units 100%\nA 3d; resource Bob",
     SHIFTS + "resource Ann: calendar Short\nresource Bob: units 100%\nA 3d; resource Ann", "A", K.RESOURCES, "A"),
    ("someone who follows another calendar",
     SHIFTS + "resource Ann: units 100%\nA 3d; resource Ann",
     SHIFTS + "resource Ann: calendar Short\nA 3d; resource Ann",
     "A", K.RESOURCES, "A"),
    ("days of the calendar that a predecessor has", "A 3d\nB 1d after A",
     HALF + "A 3d\nB 1d after A", "B", K.CALENDAR, ""),
    ("moved under a summary that waits", "Z 4d\nP after Z\n  X 1d\nA 3d", "Z 4d\nP after Z\n  X 1d\n  A 3d",
     "A", K.OUTLINE, "A"),
    ("an expected finish", P6 + "A 4d; actual start=2027-03-01; remaining 3d",
     P6 + "A 4d; actual start=2027-03-01; remaining 3d; expected finish 2027-03-12", "A", K.CONSTRAINT, "A"),
    ("P6: more left to do before it", P6 + "A 4d; actual start=2027-03-01; remaining 2d\nB 1d after A",
     P6 + "A 4d; actual start=2027-03-01; remaining 4d\nB 1d after A", "B", K.PROGRESS, "A"),
    ("P6: begun work waits for the data date", P6 + "A 4d; actual start=2027-03-01; remaining 2d",
     P6.replace("2027-03-02", "2027-03-04") + "A 4d; actual start=2027-03-01; remaining 2d", "A", K.SETTINGS, ""),
    ("P6: a second constraint", P6 + "A 3d; SNET 2027-03-03; FNLT 2027-04-01",
     P6 + "A 3d; SNET 2027-03-08; FNLT 2027-04-01", "A", K.CONSTRAINT, "A"),
    ("as late as possible", "A 3d\nB 9d", "A 3d; ALAP\nB 9d", "A", K.CONSTRAINT, "A"),
    ("planned from its finish", "project: finish 2027-04-01; from finish\nA 3d\nB 2d after A",
     "project: finish 2027-04-01; from finish\nA 3d\nB 4d after A", "B", K.DURATION, "B"),
    ("what comes before it then", "project: finish 2027-04-01; from finish\nA 3d\nB 2d after A",
     "project: finish 2027-04-01; from finish\nA 3d\nB 4d after A", "A", K.DURATION, "B"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "old", "new", "task", "kind", "root"), OWN + LINKED + SUMMARIES + RARE)
def test_a_move_begins_with_its_cause(title: str, old: str, new: str, task: str, kind: CauseKind, root: str) -> None:
    found = causes(compared(old, new))
    assert found[task][0] == (kind.value, root), title


@pytest.mark.parametrize(("title", "old", "new", "task", "kind", "root"), LINKED + SUMMARIES)
def test_nothing_stays_unexplained(title: str, old: str, new: str, task: str, kind: CauseKind, root: str) -> None:
    for there in (causes(compared(old, new)), causes(compared(new, old))):
        assert "unknown" not in {cause for each in there.values() for cause, _ in each}, (title, task, kind, root)


def test_the_way_from_the_root_is_told_nearest_first() -> None:
    chain = "A {}d\nB 2d after A\nC 1d after B\nD 1d after C"
    found = compared(chain.format(3), chain.format(5))
    ways = {move.task.name: [step.name for step in move.causes[0].via] for move in found.summary.dates}
    assert ways == {"A": [], "B": [], "C": ["B"], "D": ["C", "B"]}


def test_a_long_way_is_cut() -> None:
    rows = [f"T{i} 1d after T{i - 1}" for i in range(1, 30)]
    found = compared("\n".join(["T0 1d", *rows]), "\n".join(["T0 2d", *rows]))
    last = next(move for move in found.summary.dates if move.task.name == "T29")
    assert [step.name for step in last.causes[0].via] == [f"T{i}" for i in range(28, 20, -1)]
    assert last.causes[0].task is not None
    assert last.causes[0].task.name == "T0"


def test_start_and_work_of_a_task_are_both_named() -> None:
    found = compared("A 3d\nB 2d after A", "A 4d\nB 5d after A")
    assert causes(found)["B"] == [("duration", "B"), ("duration", "A")]
    assert sentences(found)[0] == (
        "'B' finishes 4 working days later (Fri 5 Mar 2027 → Thu 11 Mar) "
        "because it takes 3 working days longer and 'A' takes 1 working day longer."
    )


def test_the_weightier_cause_comes_first() -> None:
    found = compared("A 3d\nB 2d after A", "A 9d\nB 3d after A")
    assert causes(found)["B"] == [("duration", "A"), ("duration", "B")]


def test_what_pulled_the_other_way_is_left_out() -> None:
    found = compared("A 3d\nB 4d after A", "A 8d\nB 3d after A")
    assert moves(found)["B"] == 4
    assert causes(found)["B"] == [("duration", "A")]


def test_a_task_that_only_starts_at_another_time_says_so() -> None:
    found = compared("A 3d\nB 5d after A FF", "A 3d\nB 5d after A FF; SNET 2027-03-01")
    assert moves(found) in ({}, {"B": 0.0}, {"B": 2.0})
    found = compared("A 5d\nB 2d after A FF", "A 5d\nB 4d after A FF")
    assert moves(found) == {"B": 0.0}
    assert sentences(found) == [
        "'B' starts 2 working days earlier (Thu 4 Mar 2027 → Tue 2 Mar) because it takes 2 working days longer."
    ]


def test_a_change_without_effect_is_no_cause() -> None:
    found = compared("A 9d\nB 3d\nC 1d after A, B", "A 9d\nB 4d\nC 1d after A, B")
    assert set(moves(found)) == {"B"}


def test_a_task_that_lost_its_dates_says_so() -> None:
    found = compared("A 3d\nB 2d after A", "A 3d\nB 2d after A; inactive")
    assert "'B' has no dates any more because it was made inactive." in sentences(found)
    back = compared("A 3d\nB 2d after A; inactive", "A 3d\nB 2d after A")
    assert "'B' has dates now because it is active again." in sentences(back)


def test_a_finish_that_is_the_same_moment_of_work_did_not_move() -> None:
    old = "A 3d\nM milestone; after A; manual start=2027-03-05T17:00 finish=2027-03-05T17:00"
    new = "A 3d\nM milestone; after A; manual start=2027-03-08T08:00 finish=2027-03-08T08:00"
    assert moves(compared(old, new)) == {}


def test_everyone_who_follows_has_the_same_root() -> None:
    rows = "\n".join(f"S{i} 1d after A" for i in range(20))
    found = compared(f"A 3d\n{rows}", f"A 4d\n{rows}")
    assert {each[0] for each in causes(found).values()} == {("duration", "A")}
    assert len(found.summary.causes) == 1
    assert text(found.summary.causes[0].message) == (
        "'A' takes 1 working day longer; 21 tasks move, 'A' the most: 1 working day later"
    )


def test_links_that_make_a_loop_are_no_trouble() -> None:
    old, new = "A 2d after C\nB 2d after A\nC 2d after B", "A 4d after C\nB 2d after A\nC 2d after B"
    found = compared(old, new)
    assert set(moves(found)) <= {"A", "B", "C"}
