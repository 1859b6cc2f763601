"""Every rule that offers mends offers one for the plan that its page shows, and it helps or says why not."""

from __future__ import annotations

import pytest

from headway.core.review import RULES, Status, has_offers, offers, review
from headway.core.review.fixing import fix
from headway.core.review.mends import MENDS
from headway.core.schedule import schedule
from headway.messages import render
from tests.cases.review_examples import EXAMPLES
from tests.drawn import build
from tests.unit.core.review.mends.mending import reasons

OFFERING = [rule for rule in RULES if has_offers(rule)]
DECIDED = ["dcma-04"]
"""The fault on its page is one that only people can mend: which links should be finish-to-start."""


def test_no_mend_is_for_a_rule_that_is_not_there() -> None:
    assert set(MENDS) <= set(RULES)
    assert not [rule for rule in MENDS if RULES[rule].offer is not None], "one place says what a rule offers"


@pytest.mark.parametrize("rule", [rule for rule in OFFERING if rule not in DECIDED])
def test_the_fault_that_its_page_shows_can_be_mended(rule: str) -> None:
    answer = schedule(build(EXAMPLES[rule].faulty))
    found = review(answer)
    assert found.result(rule).status is Status.FAIL
    assert offers(answer, found, rule)
    fixed = fix(answer, [rule], name=render)
    assert fixed.mended or fixed.refused
    if fixed.mended:
        assert fixed.after.result(rule).count <= found.result(rule).count
    else:
        assert all(reasons(fixed))


@pytest.mark.parametrize("rule", sorted(set(RULES) - set(OFFERING) | set(DECIDED)))
def test_others_leave_the_decision_to_people(rule: str) -> None:
    answer = schedule(build(EXAMPLES[rule].faulty)) if rule in EXAMPLES else schedule(build("A 1d"))
    assert offers(answer, review(answer), rule) == ()
