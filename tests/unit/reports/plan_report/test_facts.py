"""The facts of a report, each counted again by a plain loop over plan and schedule."""

from __future__ import annotations

from datetime import datetime

import msgspec
import pytest

from headway.core.plan.plan import Plan, Project
from headway.core.schedule import Schedule, schedule
from headway.core.time import TENTHS_PER_DAY, to_instant
from headway.reports.plan_report import Source, report_facts
from headway.reports.plan_report.values import Reference, ReportFacts, Standing
from tests.drawn import build, id_of
from tests.unit.reports.example import example

TODAY = to_instant(datetime(2027, 3, 12))
DAY = 4_800


def at(text: str) -> int:
    return to_instant(datetime.fromisoformat(text))


def facts_of(plan: Plan, today: int = TODAY) -> ReportFacts:
    return report_facts(schedule(plan), Source("bridge.mpp", today))


def leaves(plan: Plan) -> list[int]:
    parents = {task.parent for task in plan.tasks.values()}
    return [task_id for task_id in plan.tasks if task_id not in parents]


def is_done(plan: Plan, task_id: int) -> bool:
    progress = plan.tasks[task_id].progress
    return progress is not None and progress.actual_finish is not None


PLAN = example()
DATED: Schedule = schedule(PLAN)
FACTS = facts_of(PLAN)
OPEN = [task_id for task_id in leaves(PLAN) if not is_done(PLAN, task_id)]


def test_tasks_are_counted() -> None:
    numbers = FACTS.numbers
    assert numbers.tasks == len(leaves(PLAN)) == 8
    assert numbers.finished == sum(is_done(PLAN, task_id) for task_id in leaves(PLAN)) == 1
    assert numbers.critical == sum(DATED.dates(task_id).critical for task_id in OPEN) == 5
    assert numbers.milestones_left == sum(PLAN.tasks[task_id].milestone for task_id in OPEN) == 2
    assert numbers.overdue == sum((DATED.dates(i).finish or 0) < FACTS.reference for i in OPEN) == 0
    assert numbers.overdue_first is None


def test_done_is_the_share_of_planned_duration() -> None:
    # 3 days done of 26, and 40 % of another 5
    assert FACTS.numbers.done == 10_000 * 5 // 26


def test_the_tightest_task_is_the_one_nearest_to_the_date_that_squeezes() -> None:
    numbers = FACTS.numbers
    floats = [total for task_id in OPEN if (total := DATED.dates(task_id).total_float) is not None]
    assert numbers.tightest == min(floats) == -3 * DAY
    assert numbers.tightest_row is not None
    assert numbers.tightest_row.name == "Bridge open"
    assert numbers.tightest_why is not None
    assert numbers.tightest_why.code == "float.negative"


def test_float_bands_hold_every_unfinished_task_once() -> None:
    floats = [total / DAY for task_id in OPEN if (total := DATED.dates(task_id).total_float) is not None]
    assert sum(band.count for band in FACTS.bands) == len(floats)
    for band in FACTS.bands:
        if band.over is None:
            expected = [each for each in floats if each < 0]
        elif band.over == band.up_to == 0:
            expected = [each for each in floats if each == 0]
        else:
            expected = [x for x in floats if x > band.over / DAY and (band.up_to is None or x <= band.up_to / DAY)]
        assert band.count == len(expected)
    assert [band.count for band in FACTS.bands] == [5, 0, 1, 0, 1, 0, 0]


def test_milestones_stand_beside_their_baseline() -> None:
    first, second = FACTS.milestones
    assert (first.row and first.row.name, first.slip, first.standing) == ("Contract signed", 3 * DAY, Standing.LATER)
    assert (second.deadline, second.standing) == (at("2027-03-29T17:00"), Standing.MISSES_DEADLINE)
    assert FACTS.finish.baseline == max(each.finish or 0 for each in PLAN.baselines[1].dates)
    assert (FACTS.finish.now, FACTS.finish.slip, FACTS.finish.standing) == (DATED.finish, 3 * DAY, Standing.LATER)
    assert FACTS.finish.row is None


@pytest.mark.parametrize(
    ("line", "standing"),
    [
        ("M milestone; after A", Standing.UNPROMISED),
        ("M milestone; after A; deadline 2027-03-05", Standing.BEFORE_DEADLINE),
        ("M milestone; after A; deadline 2027-03-04", Standing.MISSES_DEADLINE),
        ("M milestone; actual start=2027-03-02 finish=2027-03-02", Standing.DONE),
    ],
)
def test_a_milestone_without_baseline(line: str, standing: Standing) -> None:
    plan = build(f"project: start 2027-03-01\nA 5d\n{line}")
    assert [each.standing for each in facts_of(plan, at("2027-03-01")).milestones] == [standing]


def test_what_should_be_done_is_overdue() -> None:
    plan = build("project: start 2027-03-01\nA 5d\nM milestone; after A\nB 9d")
    facts = facts_of(plan, at("2027-03-10"))
    assert facts.numbers.overdue == 2
    assert facts.numbers.overdue_first is not None
    assert facts.numbers.overdue_first.name == "A"
    assert facts.milestones[0].standing is Standing.OVERDUE


def test_the_critical_path_runs_in_time() -> None:
    names = [row.name for row in FACTS.critical]
    assert names == ["Permit", "Contract signed", "Foundations", "Deck", "Bridge open"]
    assert [link.name for link in FACTS.chain] == names[::-1]
    assert FACTS.numbers.longest_critical is not None
    assert (FACTS.numbers.longest_critical.name, FACTS.numbers.longest_span) == ("Foundations", 10 * DAY)


def test_where_the_rule_marks_nothing_critical_the_longest_path_stands() -> None:
    plan = build("project: start 2027-03-01; data date 2027-03-01\nA 5d\nB 2d; after A\nC 1d")
    looser = msgspec.structs.replace(plan.project, critical_float=-DAY)
    facts = facts_of(msgspec.structs.replace(plan, project=looser))
    assert facts.numbers.critical == 0
    assert [row.name for row in facts.critical] == ["A", "B"]


@pytest.mark.parametrize(
    ("today", "reference", "kind"),
    [
        ("2027-03-03", "2027-03-03T00:00", Reference.TODAY),
        ("2030-01-01", "2027-03-01T08:00", Reference.START),
        ("2020-01-01", "2027-03-01T08:00", Reference.START),
    ],
)
def test_without_a_data_date_the_report_looks_from_today(today: str, reference: str, kind: Reference) -> None:
    facts = facts_of(build("project: start 2027-03-01\nA 5d"), at(today))
    assert (facts.reference, facts.reference_is) == (at(reference), kind)


def test_a_plan_of_the_past_is_reported_from_its_last_progress() -> None:
    facts = facts_of(build("project: start 2027-03-01\nA 5d; actual start=2027-03-02\nB 9d"), at("2030-01-01"))
    assert (facts.reference, facts.reference_is) == (at("2027-03-02T08:00"), Reference.PROGRESS)


def test_the_data_date_wins_over_today() -> None:
    assert (FACTS.reference, FACTS.reference_is) == (PLAN.project.data_date, Reference.DATA_DATE)


def test_a_plan_without_tasks_has_facts() -> None:
    facts = facts_of(Plan(Project("Empty", start=TODAY)))
    assert (facts.numbers.tasks, facts.milestones, facts.critical, facts.chain, facts.load) == (0, (), (), (), None)
    assert facts.dimensions == ()
    assert [len(week.rows) for week in facts.weeks] == [0] * 6


def test_work_that_spans_others_is_not_counted() -> None:
    plan = build("project: start 2027-03-01\nA 5d\nB 5d; after A")
    spanning = msgspec.structs.replace(plan.tasks[id_of(plan, "B")], external_link=True)
    facts = facts_of(msgspec.structs.replace(plan, tasks={**plan.tasks, spanning.id: spanning}))
    assert facts.numbers.tasks == 1


def test_a_slip_of_minutes_is_none() -> None:
    plan = build("project: start 2027-03-01\nA 5d")
    dated = schedule(plan).dates(1)
    assert dated.start is not None
    assert dated.finish is not None
    shifted = msgspec.structs.replace(
        example().baselines[1].dates[0], task=1, start=dated.start, finish=dated.finish - 200
    )
    baseline = msgspec.structs.replace(example().baselines[1], dates=(shifted,))
    assert facts_of(msgspec.structs.replace(plan, baselines={1: baseline})).finish.standing is Standing.ON_TIME


def test_what_the_file_lost_and_saved_is_told() -> None:
    assert (FACTS.trust.compared, FACTS.trust.agreeing) == (8, 7)
    assert {
        each.field: each.compared - each.equal for each in FACTS.trust.agreement if each.compared != each.equal
    } == {"finish": 1}
    severities = [group.severity for group in FACTS.trust.findings]
    assert severities == sorted(severities, key=["error", "warning", "note"].index)


def test_many_findings_of_a_kind_are_one_group() -> None:
    lines = [f"T{number} 1d; deadline 2027-02-26" for number in range(40)]
    facts = facts_of(build("\n".join(["project: start 2027-03-01", *lines])))
    assert (len(facts.trust.findings[0].sentences), facts.trust.findings[0].more) == (40, 0)
    assert len(facts.critical) == 40


def test_a_plan_that_is_done_ends_with_its_last_task() -> None:
    plan = build(
        "project: start 2027-03-01; rules p6; data date 2027-06-01\nA 2d; actual start=2027-03-01 finish=2027-03-02"
    )
    facts = facts_of(plan)
    assert facts.finish.now == at("2027-03-02T17:00")
    assert facts.finish.standing is Standing.DONE
    assert facts.chain == ()


def test_rows_carry_phase_people_and_baseline() -> None:
    permit = FACTS.critical[0]
    assert (permit.phase, permit.people, permit.percent) == ("Prepare", ("Ann",), 4_000)
    baseline = {each.task: each for each in PLAN.baselines[1].dates}[permit.task]
    assert (permit.baseline_start, permit.baseline_finish) == (baseline.start, baseline.finish)
    assert permit.baseline_finish == permit.finish - 3 * TENTHS_PER_DAY


def test_calendar_time_counts_by_its_working_days() -> None:
    # Seven calendar days span five working days: half of the ten planned are done, not 24 hours of each.
    plan = build(
        "project: start 2027-03-01\nWait 7ed; actual start=2027-03-01 finish=2027-03-08T08:00\nA 5d; after Wait"
    )
    assert facts_of(plan).numbers.done == 5_000
