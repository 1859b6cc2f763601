"""The score: what it is made of, and that mending never costs."""

from __future__ import annotations

import dataclasses

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.core.plan.plan import Plan
from headway.core.review import RULES, review
from headway.core.review.rule import Family, Rule
from headway.core.review.score import HELD, LEAST_JUDGED, Score, grade, score, trust, weakest
from headway.core.review.values import Bound, Result, Status, Unit
from headway.core.schedule import schedule
from tests.cases.review_examples import EXAMPLES
from tests.drawn import build


def share(count: int, population: int, most: float = 5.0) -> Result:
    value = 100 * count / population
    status = Status.PASS if value <= most else Status.FAIL
    return Result("x", status, value, most, count=count, population=population)


def number(count: int, population: int, most: float = 0.0) -> Result:
    status = Status.PASS if count <= most else Status.FAIL
    return Result("x", status, float(count), most, unit=Unit.COUNT, count=count, population=population)


def ratio(value: float, least: float = 0.95) -> Result:
    status = Status.PASS if value >= least else Status.FAIL
    return Result("x", status, value, least, Bound.AT_LEAST, Unit.RATIO)


def rules_of(results: list[Result], weight: int = 1) -> dict[str, Rule]:
    return {each.rule: Rule(each.rule, Family.EXTRA, lambda _: SILENT, weight=weight) for each in results}


def named(results: list[Result]) -> list[Result]:
    return [msgspec.structs.replace(each, rule=f"rule-{i}") for i, each in enumerate(results)]


SILENT = Result("x", Status.NOT_EVALUATED)
SHARES = st.integers(1, 400).flatmap(
    lambda population: st.tuples(st.integers(1, population), st.just(population), st.sampled_from([0.0, 5.0, 50.0]))
)


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (share(1, 20), 1.0),
        (share(3, 20), 1 - 10 / 25),
        (share(20, 20), 0.0),
        (number(0, 100), 1.0),
        (number(1, 100), 0.5 * 0.9),
        (number(10, 100), 0.0),
        (number(1, 1), 0.0),
        (ratio(0.95), 1.0),
        (ratio(0.85), 0.6),
        (ratio(0.2), 0.0),
        (Result("x", Status.FAIL, 300.0, 600.0, Bound.EQUAL, Unit.DAYS), 0.0),
        (Result("x", Status.FAIL), 0.0),
    ],
)
def test_a_grade_falls_with_the_distance_from_the_threshold(result: Result, expected: float) -> None:
    assert grade(result) == pytest.approx(expected)


def test_the_score_is_the_mean_by_weight_rounded_down() -> None:
    results = named([share(0, 10), share(10, 10), number(0, 10)])
    rules = rules_of(results) | {"rule-1": Rule("rule-1", Family.DCMA, lambda _: SILENT, weight=4)}
    assert score(rules, results) == Score(33, 100)


def test_a_hundred_means_no_fault_at_all() -> None:
    results = named([share(0, 1000)] * 400 + [share(51, 1000)])
    assert score(rules_of(results), results).points == 99


def test_what_was_not_evaluated_or_only_informs_has_no_part() -> None:
    informs = msgspec.structs.replace(share(10, 10), informative=True)
    results = named([share(0, 10), SILENT, informs])
    assert score(rules_of(results), [results[0], results[2], results[1]]) == Score(None, 33)
    results = named([share(0, 10), share(0, 10), SILENT])
    assert score(rules_of(results), results) == Score(100, 66)


def test_too_little_evidence_gives_no_score() -> None:
    assert LEAST_JUDGED == 40
    assert score({}, []) == Score(None, 0)
    empty = review(schedule(Plan()))
    assert (empty.score, empty.judged) == (None, 0)


def based(results: list[Result], *bases: str) -> dict[str, Rule]:
    return {name: dataclasses.replace(rule, basis=name in bases) for name, rule in rules_of(results).items()}


def test_the_whole_score_falls_with_a_rule_that_others_rest_on() -> None:
    results = named([share(20, 20), *[share(0, 10)] * 9])
    assert score(rules_of(results), results) == Score(90, 100)
    assert score(based(results, "rule-0"), results) == Score(45, 100)
    assert score(based(results, "rule-1"), results) == Score(90, 100)


def test_the_weakest_rule_that_others_rest_on_decides() -> None:
    results = named([share(3, 20), share(6, 20), share(20, 20), SILENT])
    rules = based(results, "rule-0", "rule-1", "rule-3")
    assert weakest(rules, results) == results[1]
    assert trust(rules, results) == HELD
    assert trust(based(results, "rule-0"), results) == pytest.approx(HELD + (1 - HELD) * 0.6)
    assert weakest(based(results, "rule-3"), results) is None
    assert trust(based(results, "rule-3"), results) == 1


def test_logic_circles_and_the_critical_path_are_what_others_rest_on() -> None:
    assert {rule.id for rule in RULES.values() if rule.basis} == {"dcma-01", "dcma-12", "loops"}


def test_a_list_of_tasks_that_nobody_linked_earns_less_than_half() -> None:
    names = [f"T{number} {number % 9 + 1}d" for number in range(20)]
    found = review(schedule(build("\n".join(("project: start 2027-03-01", *names)))))
    assert found.score is not None
    assert found.score < 50


def test_practices_have_no_weight_and_every_other_rule_has() -> None:
    assert {rule.id for rule in RULES.values() if rule.weight == 0} == {f"gao-{n:02}" for n in range(1, 11)}
    assert all(1 <= rule.weight <= 5 for rule in RULES.values() if rule.family is not Family.GAO)


def test_the_dcma_points_weigh_about_as_much_as_all_other_rules() -> None:
    weight = {family: sum(r.weight for r in RULES.values() if r.family is family) for family in Family}
    assert 0.7 <= weight[Family.DCMA] / weight[Family.EXTRA] <= 1.3


@given(SHARES, st.lists(SHARES, max_size=6), st.booleans(), st.sets(st.sampled_from(["rule-0", "rule-1", "rule-2"])))
def test_mending_a_row_never_lowers_the_score(
    one: tuple[int, int, float], others: list[tuple[int, int, float]], counted: bool, bases: set[str]
) -> None:
    kind = number if counted else share
    count, population, most = one
    before, after = kind(count, population, most), kind(count - 1, population, most)
    assert grade(after) >= grade(before)
    rest = [share(*each) for each in others]
    old, new = named([before, *rest]), named([after, *rest])
    assert (score(based(new, *bases), new).points or 0) >= (score(based(old, *bases), old).points or 0)


@given(st.floats(0, 2), st.floats(0, 2))
def test_a_better_ratio_never_lowers_the_grade(one: float, other: float) -> None:
    assert grade(ratio(max(one, other))) >= grade(ratio(min(one, other)))


@pytest.mark.parametrize("rule", EXAMPLES)
def test_a_plan_without_the_fault_scores_no_less(rule: str) -> None:
    faulty, sound = (review(schedule(build(text))) for text in (EXAMPLES[rule].faulty, EXAMPLES[rule].sound))
    if faulty.score is not None and sound.score is not None:
        assert sound.score >= faulty.score
