"""A lag that becomes a task."""

from __future__ import annotations

import pytest

from headway.core.edits import EditError, expand
from headway.core.edits.replace_lag_by_task import ReplaceLagByTask
from headway.core.plan.outline import outline_of
from headway.core.schedule import schedule
from tests.drawn import build, id_of
from tests.unit.core.edits.carrying_out import called, edited, links, said

MS = "project: start 2027-03-01\n"
P6 = "project: start 2027-03-01; rules p6\n"


def dates(text: str, edit: ReplaceLagByTask) -> tuple[list[tuple[int | None, int | None]], ...]:
    """Starts and finishes of the tasks of a text, before and after the edit."""
    plan = build(text)
    answers = (schedule(plan), schedule(edited(plan, edit)))
    return tuple([(each.dates(n).start, each.dates(n).finish) for n in plan.tasks] for each in answers)


@pytest.mark.parametrize("rules", [MS, P6])
@pytest.mark.parametrize("kind", ["FS", "SS", "FF", "SF"])
@pytest.mark.parametrize("lag", ["1d", "7d", "4h"])
def test_no_date_moves(rules: str, kind: str, lag: str) -> None:
    before, after = dates(f"{rules}A 3d\nB 9d after A {kind}+{lag}\nC 1d after B", ReplaceLagByTask(1))
    assert after == before


def test_calendar_days_stay_calendar_days() -> None:
    """Three days of drying from Friday evening on end on Monday evening."""
    text = MS + "A 5d\nB 1d after A +3ed"
    before, after = dates(text, ReplaceLagByTask(1))
    assert after == before
    assert edited(build(text), ReplaceLagByTask(1)).tasks[3].elapsed


def test_a_percentage_becomes_that_many_days() -> None:
    plan = edited(build(MS + "A 4d\nB 1d after A +50%"), ReplaceLagByTask(1))
    assert plan.tasks[3].duration == 2 * 4_800


def test_the_waiting_keeps_the_calendar_of_the_lag() -> None:
    """MS Project counts a lag by the successor's calendar, P6 by the predecessor's unless told otherwise."""
    night = "calendar Night: Mon-Fri 22:00-30:00\n"
    for rules, calendar in ((MS, None), (P6, 2)):
        plan = edited(build(night + rules + "A 1d; calendar Night\nB 1d after A +2d"), ReplaceLagByTask(1))
        assert plan.tasks[3].calendar == calendar


def test_the_links_lead_through_the_waiting() -> None:
    plan = build(MS + "A 1d\nB 1d after A +2d\nC 1d after A SS+2d, B FF+1d")
    first = edited(plan, ReplaceLagByTask(1, name="Wait"))
    assert links(first) == ["Wait FS B", "A SS C +2d", "B FF C +1d", "A FS Wait"]
    second = edited(plan, ReplaceLagByTask(2, name="Wait"))
    assert links(second) == ["A FS B +2d", "Wait FS C", "B FF C +1d", "A SS Wait"]
    third = edited(plan, ReplaceLagByTask(3, name="Wait"))
    assert links(third) == ["A FS B +2d", "A SS C +2d", "Wait FF C", "B FS Wait"]


def test_the_waiting_stands_behind_what_it_waits_for() -> None:
    plan = build(MS + "Phase\n  A 1d\n  B 1d after A +2d\nC 1d")
    after = edited(plan, ReplaceLagByTask(1, name="Wait"))
    assert [after.tasks[n].name for n in outline_of(after).order] == ["Phase", "A", "Wait", "B", "C"]
    assert after.tasks[5].parent == id_of(plan, "Phase")


def test_name_and_ids_can_be_the_callers() -> None:
    plan = build(MS + "A 1d\nB 1d after A +2d")
    after = edited(plan, ReplaceLagByTask(1, "Concrete hardens", task=70, first=80))
    assert after.tasks[70].name == "Concrete hardens"
    assert after.links[80].successor == 70
    assert edited(plan, ReplaceLagByTask(1)).tasks[3].name == "A → B"


def test_it_is_told_in_words_and_names_its_task() -> None:
    plan = build(MS + "A 1d\nB 1d after A +2d")
    told = "Make a task of the lag of 2 working days between 'A' and 'B', so that the waiting is in the plan."
    assert said(plan, ReplaceLagByTask(1)) == told
    assert called(plan, ReplaceLagByTask(1)) == "Wait: A → B"
    assert called(plan, ReplaceLagByTask(1, "Concrete hardens")) is None


@pytest.mark.parametrize(
    ("text", "link", "reason"),
    [
        (MS + "A 1d\nB 1d after A", 1, "has no lag"),
        (MS + "A 1d\nB 1d after A -1d", 1, "has no lag"),
        (P6 + "A 1d\nB 1d after A +1ed", 1, "round the clock"),
        (MS + "A 1d", 1, "has no link 1"),
    ],
)
def test_what_no_task_can_stand_for_is_an_error(text: str, link: int, reason: str) -> None:
    with pytest.raises(EditError, match=reason):
        expand(build(text), ReplaceLagByTask(link))
