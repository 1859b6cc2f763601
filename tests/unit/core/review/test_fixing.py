"""Mends carried out: what is kept, what is refused, what is told."""

from __future__ import annotations

import pytest

from headway.core.changes import apply
from headway.core.edits import name_of
from headway.core.edits.link_tasks import LinkTasks
from headway.core.review import Offer, Result, Review, Status, review
from headway.core.review import fixing as module
from headway.core.review.fixing import Fixed, fix
from headway.core.review.thresholds import Thresholds, thresholds_of
from headway.core.schedule import Schedule, schedule
from headway.messages import render
from tests.drawn import build
from tests.unit.core.review.mends.mending import START, mended, reasons

LEADS = START + "Go milestone\nA 5d after Go\nB 5d after A -2d\nC 5d after B -1d\nDone milestone; after C"


def many_leads(count: int, extra: str = "") -> str:
    """Chains side by side, each with a lead."""
    rows = "\n".join(f"A{n} 5d after Go\nB{n} 5d after A{n} -1d" for n in range(count))
    ends = ", ".join(f"B{n}" for n in range(count))
    return START + f"Go milestone\n{rows}\nDone milestone; after {ends}{extra}"


def counted_reviews(monkeypatch: pytest.MonkeyPatch) -> list[Schedule]:
    """A list that grows with every review."""
    asked: list[Schedule] = []

    def counting(answer: Schedule, thresholds: Thresholds) -> Review:
        asked.append(answer)
        return review(answer, thresholds)

    monkeypatch.setattr(module, "review", counting)
    return asked


def test_the_changes_lead_from_the_old_plan_to_the_new_one() -> None:
    fixed = mended(LEADS, "dcma-02")
    assert apply(build(LEADS), fixed.changes) == fixed.schedule.compiled.plan


def test_each_mend_says_what_it_does_to_the_finish() -> None:
    fixed = mended(LEADS, "dcma-02")
    assert [each.finish for each in fixed.mended] == [2 * 4_800, 4_800]
    assert render(fixed.mended[0].message).startswith("Take the lead of 2 working days")


def test_the_dates_are_those_of_the_new_plan_scheduled_afresh() -> None:
    fixed = mended(LEADS, "dcma-02")
    afresh = schedule(fixed.schedule.compiled.plan)
    assert all(afresh.dates(n) == fixed.schedule.dates(n) for n in fixed.schedule.compiled.plan.tasks)
    assert fixed.after == review(afresh)


def test_a_mend_after_which_a_rule_would_fail_is_refused() -> None:
    """The deadline holds with the leads and would be missed without them."""
    fixed = mended(LEADS + "; deadline 2027-03-16", "dcma-02")
    assert fixed.mended == ()
    assert len(fixed.refused) == 2
    assert all(reason == "Negative float (dcma-07) holds now and would fail." for reason in reasons(fixed))
    assert fixed.schedule.compiled.plan == build(LEADS + "; deadline 2027-03-16")


def test_a_mend_that_hides_what_another_rule_finds_is_refused() -> None:
    """The promised start is missed; without the promise nobody would see that."""
    text = "project: start 2027-03-01; rules p6\nGo milestone\nA 5d after Go\nB 5d after A; SO 2027-03-02\n"
    fixed = mended(text + "Done milestone; after B", "dcma-05")
    assert fixed.mended == ()
    assert "(missed-dates) finds could not be seen any more." in reasons(fixed)[0]


def test_the_others_of_its_kind_are_carried_out() -> None:
    """There is a day to spare: the lead of one day goes, that of two days stays."""
    fixed = mended(LEADS + "; deadline 2027-03-17", "dcma-02")
    assert [render(each.message).split(" out")[0] for each in fixed.mended] == ["Take the lead of 1 working day"]
    assert [render(each.message).split(" out")[0] for each in fixed.refused] == ["Take the lead of 2 working days"]


def test_one_at_fault_among_many_is_found() -> None:
    text = many_leads(20).replace("B7 5d after A7 -1d", "B7 5d after A7 -1d; deadline 2027-03-11")
    fixed = mended(text, "dcma-02")
    assert (len(fixed.mended), len(fixed.refused)) == (19, 1)
    assert "'B7'" in render(fixed.refused[0].message)
    assert fixed.before.result("dcma-02").count - fixed.after.result("dcma-02").count == 19


def test_a_kind_that_is_wrong_as_a_whole_is_not_tried_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = counted_reviews(monkeypatch)
    fixed = mended(many_leads(40, "; deadline 2027-03-11"), "dcma-02")
    assert (len(fixed.mended), len(fixed.refused)) == (0, 40)
    assert len(asked) <= 6
    assert reasons(fixed)[0] == (
        "Like 4 others of its kind that were tried singly. Negative float (dcma-07) holds now and would fail."
    )


def test_mends_are_tried_in_few_reviews(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = counted_reviews(monkeypatch)
    assert len(mended(many_leads(100), "dcma-02").mended) == 100
    assert len(asked) == 2


def test_fixing_what_was_fixed_does_nothing() -> None:
    text = many_leads(12).replace("B7 5d after A7 -1d", "B7 5d after A7 -1d; deadline 2027-03-11")
    rules = ["dcma-02", "dcma-01", "dcma-04"]
    once = fix(schedule(build(text)), rules, name=render)
    twice = fix(once.schedule, rules, name=render)
    assert (twice.mended, twice.changes) == ((), ())
    assert twice.refused == once.refused


def test_milestones_are_made_once_for_all_open_ends() -> None:
    fixed = fix(schedule(build(START + "A 5d\nB 5d after A\nC 2d")), ["dcma-01"], name=render)
    assert fixed.after.result("dcma-01").status is Status.PASS
    assert [name_of(each.edit) for each in fixed.mended] == ["add_milestone", "add_milestone"]


def test_rules_are_mended_in_the_order_in_which_they_are_asked() -> None:
    """Moved to the tasks one by one, the second link of the summary would be a duplicate that was none before."""
    text = START + "One\n  A 2d\nTwo after One, One SS\n  B 2d\nDone milestone; after B"
    fixed = fix(schedule(build(text)), ["duplicate-links", "links-on-summaries"], name=render)
    assert [each.rule for each in fixed.mended] == ["duplicate-links", "links-on-summaries"]
    assert fixed.refused == ()
    assert len(fixed.schedule.compiled.plan.links) == 2


def test_a_practice_stands_for_those_of_its_parts_that_fail() -> None:
    answer = schedule(build(LEADS))
    fixed = fix(answer, ["gao-02"], name=render)
    assert {each.rule for each in fixed.mended} == {"dcma-02"}


def test_thresholds_decide_what_fails() -> None:
    text = START + "Go milestone\nA 5d after Go\nB 5d after A -2d\nDone milestone; after B; deadline 2027-03-11"
    assert mended(text, "dcma-02").mended == ()
    limits = thresholds_of({"dcma-07": {"most_count": 99}, "missed-dates": {"enabled": False}})
    fixed = fix(schedule(build(text)), ["dcma-02"], limits)
    assert [each.finish for each in fixed.mended] == [2 * 4_800]


def test_names_are_given_by_the_caller() -> None:
    text = START + "Go milestone\nPour 2d after Go\nStrip 1d after Pour +3d\nDone milestone; after Strip"
    fixed = fix(schedule(build(text)), ["dcma-03"], name=lambda _: "Concrete hardens")
    assert "Concrete hardens" in {task.name for task in fixed.schedule.compiled.plan.tasks.values()}
    assert "Pour → Strip" in {
        task.name for task in fix(schedule(build(text)), ["dcma-03"]).schedule.compiled.plan.tasks.values()
    }


def test_an_unknown_rule_is_an_error() -> None:
    with pytest.raises(KeyError, match="dcma-99"):
        fix(schedule(build(LEADS)), ["dcma-99"])


def offering(monkeypatch: pytest.MonkeyPatch, *edits: LinkTasks) -> Fixed:
    """Mending where the rule on leads offers these links, which no rule would."""
    plan = START + "Done0 1d; actual start=2027-03-01 finish=2027-03-01\nA 5d\nB 5d after A -1d"
    monkeypatch.setattr(module, "offers", lambda *_: tuple(Offer("dcma-02", edit, (3,)) for edit in edits))
    return mended(plan, "dcma-02")


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (LinkTasks(3, 2), "loop"),
        (LinkTasks(2, 3), "that way already"),
        (LinkTasks(2, 1), "the logic of 'Done0'"),
        (LinkTasks(1, 3), "fewer"),
    ],
)
def test_an_offer_that_does_harm_or_no_good_is_refused(
    monkeypatch: pytest.MonkeyPatch, edit: LinkTasks, reason: str
) -> None:
    fixed = offering(monkeypatch, edit)
    assert fixed.mended == ()
    assert reason in reasons(fixed)[0] or "circle" in reasons(fixed)[0]


def test_impossible_offers_do_not_keep_others_from_being_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    fixed = offering(monkeypatch, LinkTasks(2, 3), LinkTasks(2, 1))
    assert len(fixed.refused) == 2


def test_a_rule_that_others_rest_on_is_not_traded_against_another() -> None:
    """Lags get better by more than logic gets worse, and still the score would fall."""
    logic = [Result("dcma-01", Status.FAIL, value, 5.0, count=1, population=10) for value in (10.0, 12.0)]
    lags = Result("dcma-03", Status.FAIL, 30.0, 5.0, count=3, population=10), Result("dcma-03", Status.PASS, 0.0, 5.0)
    before, after = (Review(None, (one, other)) for one, other in zip(logic, lags, strict=True))
    refused = module.dearer(before, after)
    assert refused is not None
    assert refused.params["rule"] == "dcma-01"
    assert module.dearer(after, before) is not None
    assert module.dearer(before, before) is None
