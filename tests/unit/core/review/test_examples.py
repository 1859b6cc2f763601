"""Each rule fires on a plan with its fault, on the rows found by hand, and not on the plan without it."""

from __future__ import annotations

import pytest

from headway.core.review import RULES, Family, Status, review
from headway.core.schedule import schedule
from headway.messages import render
from tests.cases.review_examples import EXAMPLES
from tests.drawn import build


def test_every_rule_but_the_practices_has_an_example() -> None:
    assert set(EXAMPLES) == {rule.id for rule in RULES.values() if rule.family is not Family.GAO}


@pytest.mark.parametrize("rule", EXAMPLES)
def test_a_rule_fires_on_the_rows_at_fault(rule: str) -> None:
    plan = build(EXAMPLES[rule].faulty)
    result = review(schedule(plan)).result(rule)
    assert result.status is Status.FAIL
    assert tuple(plan.tasks[row.task].name for row in result.rows) == EXAMPLES[rule].rows


@pytest.mark.parametrize("rule", EXAMPLES)
def test_a_rule_passes_without_the_fault(rule: str) -> None:
    assert review(schedule(build(EXAMPLES[rule].sound))).result(rule).status is Status.PASS


@pytest.mark.parametrize("rule", EXAMPLES)
def test_every_word_about_an_example_can_be_read(rule: str) -> None:
    for text in (EXAMPLES[rule].faulty, EXAMPLES[rule].sound):
        for result in review(schedule(build(text))).results:
            said = [render(row.message) for row in result.rows] + ([render(result.reason)] if result.reason else [])
            assert all("{" not in sentence and sentence.endswith((".", "?")) for sentence in said)
