"""Moving a link from a summary to the tasks it is about."""

from __future__ import annotations

import pytest

from headway.core.edits import EditError, expand
from headway.core.edits.move_link import MoveLink
from headway.core.schedule import schedule
from headway.core.time import to_datetime
from tests.drawn import build, id_of
from tests.unit.core.edits.carrying_out import edited, links, said

PLAN = build(
    """
    project: start 2027-03-01
    First
      A 1d
      B 2d after A
    Second after First +1d
      C 1d
      D 2d
    E 1d
    Third
      F 1d after E
    """
)
A, B, C, D, E = (id_of(PLAN, name) for name in "ABCDE")
BETWEEN = next(n for n, link in PLAN.links.items() if PLAN.tasks[link.predecessor].name == "First")


def test_each_pair_gets_a_link_of_that_kind_and_lag() -> None:
    after = edited(PLAN, MoveLink(BETWEEN, (B,), (C, D)))
    assert sorted(links(after)) == ["A FS B", "B FS C +1d", "B FS D +1d", "E FS F"]
    assert after.links[BETWEEN].predecessor == B


def test_the_dates_stay() -> None:
    before, after = schedule(PLAN), schedule(edited(PLAN, MoveLink(BETWEEN, (B,), (C, D))))
    assert [to_datetime(before.dates(n).start or 0).day for n in (A, B, C, D)] == [1, 2, 5, 5]
    assert all(after.dates(n) == before.dates(n) for n in (A, B, C, D))


def test_pairs_that_are_linked_that_way_already_get_no_second_link() -> None:
    assert sorted(links(edited(PLAN, MoveLink(BETWEEN, (A,), (B,))))) == ["A FS B", "E FS F"]


def test_the_ids_can_be_the_callers() -> None:
    after = edited(PLAN, MoveLink(BETWEEN, (B,), (C, D), links=(500,)))
    assert after.links[500].successor == D


def test_it_is_told_in_words() -> None:
    sentence = "Link 'B' to 'C', 'D' instead of 'First' to 'Second' (FS)."
    assert said(PLAN, MoveLink(BETWEEN, (B,), (C, D))) == sentence


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (MoveLink(BETWEEN, (), (C,)), "needs a task at either end"),
        (MoveLink(1, (A,), (B,)), "between these tasks already"),
        (MoveLink(BETWEEN, (B,), (B, C)), "wait for itself"),
        (MoveLink(BETWEEN, (B,), (99,)), "has no task 99"),
        (MoveLink(BETWEEN, (A, B), (C, D), links=(500,)), "4 links need as many ids"),
        (MoveLink(99, (B,), (C,)), "has no link 99"),
    ],
)
def test_what_makes_no_sense_is_an_error(edit: MoveLink, reason: str) -> None:
    with pytest.raises(EditError, match=reason):
        expand(PLAN, edit)
