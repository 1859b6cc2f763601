"""What holds for all fourteen points: order, texts, settings, and plans that have nothing in them."""

from __future__ import annotations

import string

import pytest

from headway.core.plan.entities import Link, Task
from headway.core.plan.plan import Plan
from headway.core.review import RULES, Family, Status
from headway.core.schedule import schedule
from headway.messages.english import ENGLISH
from tests.recounts.comparing import differences
from tests.recounts.drawing import asked, drawn, reason_of

POINTS = [f"dcma-{number:02}" for number in range(1, 15)]
EACH = pytest.mark.parametrize("rule", POINTS)


def text(rule: str, part: str) -> str:
    found = ENGLISH.texts[f"rule.{rule}.{part}"]
    assert isinstance(found, str)
    return found


def test_all_fourteen_are_there_in_order() -> None:
    assert [rule.id for rule in RULES.values() if rule.family is Family.DCMA] == POINTS
    assert all(RULES[rule].weight > 0 for rule in POINTS)


@EACH
def test_an_empty_plan_is_not_evaluated_and_says_why(rule: str) -> None:
    result = asked(rule, schedule(Plan()))
    assert (result.status, result.value, result.rows) == (Status.NOT_EVALUATED, None, ())
    assert reason_of(result)


@EACH
def test_the_test_names_every_setting(rule: str) -> None:
    places = {name for _, name, _, _ in string.Formatter().parse(text(rule, "test")) if name}
    settings = set(RULES[rule].settings)
    # A count of none, and the tolerance for odd calendars, are said in words.
    assert settings - {"most_count", "tolerance_days"} == places


@EACH
@pytest.mark.parametrize("part", ["why", "mend"])
def test_texts_are_three_plain_sentences_at_most(rule: str, part: str) -> None:
    words = text(rule, part)
    sentences = [each for each in words.replace("?", ".").replace(": ", ". ").split(". ") if each.strip()]
    assert words.endswith(".")
    assert 2 <= len(sentences) <= 5
    assert len(words.replace("?", ".").split(". ")) <= 3
    assert max(len(each.split()) for each in sentences) <= 32


def test_a_plan_without_progress_baseline_and_people_still_gets_what_can_be_said() -> None:
    found = drawn("A 5d\nB 3d after A")
    status = {rule: asked(rule, found).status for rule in POINTS}
    silent = {rule for rule in POINTS if status[rule] is Status.NOT_EVALUATED}
    assert silent == {"dcma-09", "dcma-10", "dcma-11", "dcma-13", "dcma-14"}
    assert all(status[rule] is Status.PASS for rule in set(POINTS) - silent)


@pytest.mark.parametrize(
    "plan",
    [
        Plan(tasks={1: Task(1)}),
        Plan(tasks={1: Task(1, duration=4_800)}, links={1: Link(1, 1, 2), 2: Link(2, 3, 1), 3: Link(3, 1, 1)}),
        Plan(
            tasks={1: Task(1, duration=4_800), 2: Task(2, duration=4_800, parent=1), 3: Task(3, duration=9_600)},
            links={1: Link(1, 1, 2), 2: Link(2, 2, 3), 3: Link(3, 3, 2)},
        ),
    ],
)
def test_odd_plans_are_reviewed_as_well(plan: Plan) -> None:
    """Without calendars, with links that lead nowhere, into themselves and round in circles."""
    found = schedule(plan)
    assert not differences(found)
    assert asked("dcma-12", found).status in Status
