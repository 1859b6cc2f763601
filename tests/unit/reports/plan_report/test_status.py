"""When a dimension is on track, at risk, off track, stale or not assessed; never green without evidence."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
import pytest

from headway.core.message import Length
from headway.core.plan.entities import Amounts, Baseline, BaselineDates
from headway.core.schedule import schedule
from headway.core.time import to_instant
from headway.formats.mapping.baselines import PLANNED
from headway.messages import render
from headway.reports.plan_report import Source, report_facts
from headway.reports.plan_report.status import rough
from headway.reports.plan_report.values import Dimension, ReportFacts, Verdict
from tests.drawn import build

if TYPE_CHECKING:
    from headway.core.plan.plan import Plan

DAY = 4_800
PLAN = "project: start 2027-03-01; data date {date}\nA 20d; {more}\nB 20d; after A"
BEGUN = "actual start=2027-03-01; percent 25"


def at(text: str) -> int:
    return to_instant(datetime.fromisoformat(text))


def promised(plan: Plan, slip: int, cost: int = 0) -> Plan:
    """The plan with a baseline so many days before its dates now, each task with a cost."""
    dated = schedule(plan)
    rows = tuple(
        BaselineDates(i, found.start, dated_back(plan, found.finish, slip), cost=cost)
        for i in plan.tasks
        if (found := dated.dates(i)).finish is not None
    )
    return msgspec.structs.replace(plan, baselines={1: Baseline(1, dates=rows)})


def dated_back(plan: Plan, finish: int, days: int) -> int:
    """So many working days of a standard week earlier."""
    while days > 0:
        finish -= 14_400
        days -= (finish // 14_400 + 3) % 7 < 5
    while days < 0:
        finish += 14_400
        days += (finish // 14_400 + 3) % 7 < 5
    return finish


def facts_of(plan: Plan, today: str = "2027-03-08") -> ReportFacts:
    return report_facts(schedule(plan), Source("plan", at(today)))


def dimension(plan: Plan, code: str, today: str = "2027-03-08") -> Dimension:
    return next(each for each in facts_of(plan, today).dimensions if each.code == code)


def drawn(date: str = "2027-03-08", more: str = BEGUN) -> Plan:
    return build(PLAN.format(date=date, more=more))


@pytest.mark.parametrize(
    ("slip", "verdict"),
    [(-3, Verdict.ON_TRACK), (0, Verdict.ON_TRACK), (1, Verdict.AT_RISK), (5, Verdict.AT_RISK), (6, Verdict.OFF_TRACK)],
)
def test_the_schedule_against_its_baseline(slip: int, verdict: Verdict) -> None:
    # 5 % of 40 days are two: the least tolerance of five days holds.
    assert facts_of(promised(drawn(), slip)).tolerance == 5 * DAY
    assert dimension(promised(drawn(), slip), "schedule").verdict is verdict


def test_a_long_plan_has_more_tolerance() -> None:
    plan = promised(build("project: start 2026-01-05; data date 2026-01-05\nA 400d"), 0)
    assert facts_of(plan).tolerance == 20 * DAY


def test_no_promise_no_green() -> None:
    assert dimension(drawn(), "schedule").verdict is Verdict.NOT_ASSESSED
    assert dimension(drawn(), "cost").verdict is Verdict.NOT_ASSESSED


@pytest.mark.parametrize(("date", "verdict"), [("2027-04-22", Verdict.OFF_TRACK), ("2027-04-23", Verdict.ON_TRACK)])
def test_the_date_a_project_must_finish_by(date: str, verdict: Verdict) -> None:
    plan = drawn()
    must = msgspec.structs.replace(plan.project, must_finish_by=at(f"{date}T17:00"))
    assert dimension(msgspec.structs.replace(plan, project=must), "schedule").verdict is verdict


def test_a_missed_deadline_is_a_risk() -> None:
    plan = promised(drawn(more=BEGUN + "; deadline 2027-03-10"), 0)
    found = dimension(plan, "schedule")
    assert (found.verdict, found.reason.params) == (Verdict.AT_RISK, {"count": 1})


def test_old_progress_is_never_green() -> None:
    found = {each.code: each for each in facts_of(promised(drawn(), 0), "2027-04-15").dimensions}
    assert found["progress"].verdict is Verdict.STALE
    assert found["schedule"].verdict is Verdict.STALE
    assert "38 days old" in render(found["progress"].reason)


def test_old_progress_does_not_hide_what_is_late() -> None:
    assert dimension(promised(drawn(), 9), "schedule", "2028-01-01").verdict is Verdict.OFF_TRACK


def test_what_should_be_done_and_is_not_is_a_risk() -> None:
    plan = promised(build("project: start 2027-03-01\nA 2d\nB 9d"), 0)
    facts = facts_of(plan)
    assert [each.verdict for each in facts.dimensions[:2]] == [Verdict.AT_RISK, Verdict.AT_RISK]


def test_what_should_have_started_and_has_not_is_a_risk() -> None:
    found = dimension(promised(build("project: start 2027-03-01; data date 2027-03-08\nA 20d"), 0), "progress")
    assert (found.verdict, found.reason.code) == (Verdict.AT_RISK, "report.status.unstarted")


def test_progress_without_a_date_is_not_assessed() -> None:
    facts = facts_of(promised(build(f"project: start 2027-03-01\nA 20d; {BEGUN}"), 0))
    assert [each.verdict for each in facts.dimensions[:2]] == [Verdict.STALE, Verdict.NOT_ASSESSED]


@pytest.mark.parametrize(
    ("slip", "verdict"), [(0, Verdict.ON_TRACK), (2, Verdict.OFF_TRACK), (None, Verdict.NOT_ASSESSED)]
)
def test_a_finished_plan(slip: int | None, verdict: Verdict) -> None:
    plan = build("project: start 2027-03-01; data date 2027-03-08\nA 2d; actual start=2027-03-01 finish=2027-03-02")
    plan = plan if slip is None else promised(plan, slip)
    facts = facts_of(plan, "2030-01-01")
    assert facts.dimensions[0].verdict is verdict
    assert facts.dimensions[1].verdict is Verdict.ON_TRACK


@pytest.mark.parametrize(
    ("now", "verdict"),
    [(90, Verdict.ON_TRACK), (100, Verdict.ON_TRACK), (104, Verdict.AT_RISK), (106, Verdict.OFF_TRACK)],
)
def test_cost_against_the_baseline(now: int, verdict: Verdict) -> None:
    plan = promised(drawn(), 0, cost=100_0000)
    tasks = {i: msgspec.structs.replace(task, amounts=Amounts(cost=now * 1_0000)) for i, task in plan.tasks.items()}
    found = dimension(msgspec.structs.replace(plan, tasks=tasks), "cost")
    assert found.verdict is verdict
    assert found.reason.params["count"] == 2


def test_lengths_in_sentences_are_whole_days_unless_short() -> None:
    assert rough(12 * DAY + 1_000, DAY) == Length(12 * DAY)
    assert rough(-12 * DAY - 3_000, DAY) == Length(-13 * DAY)
    assert rough(DAY + 600, DAY) == Length(DAY + 600)


def test_planned_dates_of_p6_are_no_promise() -> None:
    plan = promised(drawn(), 3, cost=100)
    planned = msgspec.structs.replace(plan.baselines[1], name=PLANNED)
    facts = facts_of(msgspec.structs.replace(plan, baselines={1: planned}))
    assert [each.reason.code for each in facts.dimensions if each.verdict is Verdict.NOT_ASSESSED] == [
        "report.status.planned_only",
        "report.status.no_baseline",
    ]
    assert (facts.finish.slip, facts.baseline_name) == (None, "")


def test_a_plan_that_lies_in_the_past_is_stale_whatever_it_promised() -> None:
    begun = promised(
        build("project: start 2027-03-01\nA 2d; actual start=2027-03-01 finish=2027-03-02\nB 9d; after A"), 0
    )
    facts = facts_of(begun, "2027-06-01")
    assert [each.verdict for each in facts.dimensions[:2]] == [Verdict.STALE, Verdict.STALE]
    assert "Tue 2 Mar 2027, is 91 days old" in render(facts.dimensions[1].reason)
    assert (facts.stale, facts.overrun) == (True, True)


def test_a_plan_that_was_never_begun_and_is_over_is_stale() -> None:
    plan = promised(build("project: start 2027-03-01\nA 5d"), 0)
    found = dimension(plan, "progress", "2027-03-15")
    assert (found.verdict, found.reason.params["count"]) == (Verdict.STALE, 10)
    assert dimension(plan, "schedule", "2027-03-15").verdict is Verdict.STALE
    assert dimension(plan, "progress", "2027-02-01").verdict is Verdict.NOT_ASSESSED
