"""P6's passes from the inside: causes, lags behind progress, late limits."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from headway.core.schedule import network as net
from headway.core.schedule import schedule
from tests.drawn.words import instant
from tests.unit.core.schedule.solving import dates_of, plan_from, solved_from, solved_row

NOW = "rules p6; data date 2027-03-03"


def eight(day: str) -> int:
    return instant(day, 4_800)


def five(day: str) -> int:
    return instant(day, 10_200)


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("A 1d", net.BY_DATA_DATE),
        ("X 1d\nA 1d after X", net.BY_LINK),
        ("A 1d SNET 2027-03-08", net.BY_CONSTRAINT),
        ("A 3d actual start=2027-03-01; remaining 2d", net.BY_DATA_DATE),
        ("X 3d\nA 1d ALAP", net.BY_LATE),
        ("A LOE; after X SS, X FF\nX 1d", net.BY_SPAN),
    ],
)
def test_what_decided_the_start(text: str, cause: int) -> None:
    assert solved_row(solved_from(text, NOW), "A")["cause"] == cause


DONE = "actual start=2027-03-01 finish=2027-03-01"
BEGUN = "actual start=2027-03-02; remaining 3d"


@pytest.mark.parametrize(
    ("before", "link", "after", "start"),
    [
        ("", "FS+1d", "", "2027-03-10"),
        (DONE, "FS", "", "2027-03-03"),
        (DONE, "FS+4d", "", "2027-03-08"),
        (DONE, "FS+1d", "", "2027-03-03"),
        (DONE, "FS+4d", BEGUN, "2027-03-03"),
        (BEGUN, "FS+1d", "", "2027-03-09"),
        (BEGUN, "FS", BEGUN, "2027-03-08"),
        ("", "SS+1d", "", "2027-03-04"),
        (BEGUN, "SS+2d", "", "2027-03-04"),
        (BEGUN, "SS+1d", "", "2027-03-03"),
        (DONE, "SS+4d", "", "2027-03-05"),
        (DONE, "SS+1d", "", "2027-03-03"),
        (DONE, "SS", BEGUN, "2027-03-03"),
        (DONE, "SS+4d", BEGUN, "2027-03-05"),
        (DONE, "FF+6d", "", "2027-03-04"),
        (BEGUN, "FF+2d", "", "2027-03-04"),
        ("", "SF+6d", "", "2027-03-05"),
        (BEGUN, "SF+6d", "", "2027-03-03"),
        ("", "SF+6d", BEGUN, "2027-03-08"),
        (BEGUN, "SF+6d", BEGUN, "2027-03-05"),
    ],
)
def test_links_behind_progress(before: str, link: str, after: str, start: str) -> None:
    """Both take four days; the data date is Wednesday the 3rd."""
    found = solved_from(f"A 4d {before}\nB 4d after A {link}; {after}", NOW)
    assert dates_of(found, "B").early_start == eight(start)


@pytest.mark.parametrize("link", ["FS+4d", "SS", "SS+9d", "FF", "SF", "SF+9d"])
@pytest.mark.parametrize("before", ["", BEGUN, DONE])
def test_finished_work_hands_logic_on_and_stays_where_it_was(before: str, link: str) -> None:
    found = solved_from(f"A 4d {before}\nB 1d after A {link}; {DONE}\nC 1d after B", NOW)
    assert (dates_of(found, "B").start, dates_of(found, "B").finish) == (eight("2027-03-01"), five("2027-03-01"))
    start = dates_of(found, "C").early_start
    assert start is not None
    assert start >= eight("2027-03-03")


@pytest.mark.parametrize(
    ("before", "link", "after", "late"),
    [
        ("", "FS+1d", "", "2027-03-23"),
        (BEGUN, "FS+1d", "", "2027-03-23"),
        (BEGUN, "FS+1d", BEGUN, "2027-03-25"),
        ("", "FS+1d", DONE, "2027-03-30"),
        ("", "SS+1d", "", "2027-03-29"),
        (BEGUN, "SS+3d", "", "2027-03-25"),
        ("", "FF+1d", "", "2027-03-29"),
        (BEGUN, "FF+1d", BEGUN, "2027-03-29"),
        ("", "SF+1d", "", "2027-03-30"),
        (BEGUN, "SF+1d", "", "2027-03-30"),
    ],
)
def test_late_finishes_behind_progress(before: str, link: str, after: str, late: str) -> None:
    """X holds the project to Tuesday the 30th; B takes four days or has three left."""
    found = solved_from(f"X 20d\nA 4d {before}\nB 4d after A {link}; {after}", NOW)
    assert found.finish == five("2027-03-30")
    assert dates_of(found, "A").late_finish == five(late)


def test_a_late_finish_that_a_lead_puts_past_the_project_is_brought_back() -> None:
    found = solved_from("X 5d\nA 1d\nB 1d after A -3d", "rules p6")
    assert dates_of(found, "A").late_finish == found.finish


def test_level_of_effort_bounds_nobody() -> None:
    found = solved_from("X 9d\nA 1d\nL LOE; after A SS, A FF\nB 1d after L", "rules p6")
    assert dates_of(found, "A").late_finish == dates_of(found, "B").late_finish == found.finish


def test_late_as_possible_beside_level_of_effort() -> None:
    found = solved_from("X 5d\nA 1d ALAP\nL LOE; after A SS, A FF", "rules p6")
    assert dates_of(found, "A").finish == found.finish


def test_late_as_possible_never_moves_earlier() -> None:
    found = solved_from("X 5d\nA 2d ALAP\nB 1d after A; MSO 2027-03-02", "rules p6")
    assert dates_of(found, "A").start == eight("2027-03-01")


def test_a_finish_milestone_as_late_as_possible() -> None:
    found = solved_from("X 5d\nM finish milestone; ALAP\nB 1d after M; SNET 2027-03-04", "rules p6")
    assert dates_of(found, "M").finish == five("2027-03-03")


def test_started_work_is_bound_by_finish_constraints_only() -> None:
    text = "X 20d\nA 4d actual start=2027-03-01; remaining 2d; {}"
    free = solved_from(text.format("SNLT 2027-03-02"), NOW)
    assert dates_of(free, "A").late_finish == free.finish
    bound = solved_from(text.format("FNLT 2027-03-08"), NOW)
    assert dates_of(bound, "A").late_finish == five("2027-03-08")


def test_an_external_date_holds_back_what_remains() -> None:
    plan = plan_from("A 4d actual start=2027-03-01; remaining 2d", NOW)
    progress = plan.tasks[1].progress
    assert progress is not None
    task = replace(plan.tasks[1], progress=replace(progress, external_early_start=eight("2027-03-08")))
    found = schedule(replace(plan, tasks={1: task}))
    assert dates_of(found, "A").early_start == eight("2027-03-08")
    assert solved_row(found, "A")["cause"] == net.BY_EXTERNAL
