"""What became of a review: the score, each rule, rows that came and went."""

from __future__ import annotations

import msgspec
import pytest

from headway.core.message import message
from headway.core.review import Review, review
from headway.core.review.trend import Movement, movement, trend
from headway.core.review.values import Bound, Result, Row, Status, Unit
from headway.core.schedule import schedule
from tests.drawn import build

BEFORE = """
project: start 2027-03-01
A 3d
B 2d after A FS-1d
C 2d after A
D 2d
Done milestone; after B, C
"""
AFTER = """
project: start 2027-03-01
A 3d
B 2d after A
C 2d after A FS-1d
D 2d after C
Done milestone; after B, D
"""


def share(value: float, status: Status = Status.FAIL, count: int = 1) -> Result:
    return Result("x", status, value, 5.0, count=count, population=20)


SILENT = Result("x", Status.NOT_EVALUATED)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (share(10), share(5, Status.PASS), Movement.BETTER),
        (share(5, Status.PASS), share(10), Movement.WORSE),
        (share(10), share(20), Movement.WORSE),
        (share(20), share(10), Movement.BETTER),
        (share(10), share(10), Movement.SAME),
        (share(90, count=18), share(80, count=16), Movement.BETTER),
        (share(0, Status.PASS, 0), share(5, Status.PASS, 1), Movement.SAME),
        (None, share(10), Movement.NEW),
        (SILENT, share(10), Movement.NEW),
        (share(10), SILENT, Movement.LOST),
        (SILENT, SILENT, Movement.NOT_EVALUATED),
        (None, SILENT, Movement.NOT_EVALUATED),
    ],
)
def test_a_rule_moves_by_status_then_value_then_rows(before: Result | None, after: Result, expected: Movement) -> None:
    assert movement(before, after) is expected


def test_a_ratio_that_rises_is_better() -> None:
    low, high = (Result("x", Status.FAIL, value, 0.95, Bound.AT_LEAST, Unit.RATIO) for value in (0.8, 0.9))
    assert movement(low, high) is Movement.BETTER
    assert movement(high, low) is Movement.WORSE


def test_rows_that_came_and_went_are_told() -> None:
    old, new = (review(schedule(build(text))) for text in (BEFORE, AFTER))
    found = trend(old, new)
    assert (found.before, found.after) == (old.score, new.score)
    assert found.change == (new.score or 0) - (old.score or 0)
    rules = {each.rule: each for each in found.rules}
    assert rules["dcma-01"].movement is Movement.BETTER
    assert [row.task for row in rules["dcma-01"].gone] == [4]
    assert rules["dcma-01"].found == ()
    leads = rules["dcma-02"]
    assert leads.movement is Movement.BETTER, "one of four links is less than one of three"
    assert ([row.task for row in leads.found], [row.task for row in leads.gone]) == ([3], [2])


def test_nothing_moves_between_a_review_and_itself() -> None:
    found = review(schedule(build(BEFORE)))
    same = trend(found, found)
    assert same.change == 0
    assert {each.movement for each in same.rules} == {Movement.SAME, Movement.NOT_EVALUATED}
    assert not any(each.found or each.gone for each in same.rules)
    assert same.moved(Movement.BETTER) == ()


def test_tasks_with_other_ids_are_the_same_when_told_so() -> None:
    old = Review(50, (Result("x", Status.FAIL, 10.0, 5.0, rows=(Row(1, message("y")), Row(2, message("y")))),))
    new = Review(50, (Result("x", Status.FAIL, 10.0, 5.0, rows=(Row(11, message("y")), Row(2, message("y")))),))
    assert [row.task for row in trend(old, new).rules[0].found] == [11]
    assert trend(old, new, {1: 11}).rules[0].found == ()
    assert trend(old, new, {1: 11}).rules[0].gone == ()


def test_a_task_that_is_found_twice_is_matched_twice() -> None:
    row = Row(1, message("y"))
    once, twice = (Review(50, (Result("x", Status.FAIL, rows=(row,) * count),)) for count in (1, 2))
    assert trend(once, twice).rules[0].found == (row,)
    assert trend(twice, once).rules[0].gone == (row,)


def test_resources_tell_rows_of_one_task_apart() -> None:
    ann, bob = (Row(1, message("y"), resource=number) for number in (1, 2))
    old, new = (Review(50, (Result("x", Status.FAIL, rows=(row,)),)) for row in (ann, bob))
    assert (trend(old, new).rules[0].found, trend(old, new).rules[0].gone) == ((bob,), (ann,))


def test_without_a_score_there_is_no_change() -> None:
    assert trend(Review(None, ()), Review(50, ())).change is None


def test_a_trend_is_data() -> None:
    found = review(schedule(build(BEFORE)))
    assert msgspec.json.decode(msgspec.json.encode(trend(found, found)))["change"] == 0
