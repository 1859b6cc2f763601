"""The order of the passes and what they hand each other."""

from __future__ import annotations

from msgspec.structs import replace

from headway.core.plan.plan import Rules
from headway.core.schedule import compile_plan, schedule, solve
from tests.drawn.words import instant
from tests.unit.core.schedule.solving import compiled_from, dates_of, plan_from, solved_from


def test_the_project_finish_is_the_last_early_finish() -> None:
    assert solved_from("A 1d\nB 3d").finish == instant("2027-03-03", 10_200)
    assert solved_from("A 1d\nB 3d", "rules p6; must finish by 2027-03-12").finish == instant("2027-03-03", 10_200)


def test_a_plan_whose_tasks_all_lie_in_the_past_ends_at_its_start() -> None:
    found = solved_from("A 1d manual start=2027-02-01 finish=2027-02-01")
    assert found.finish == instant("2027-03-01", 4_800)


def test_nothing_scheduled_ends_at_the_start() -> None:
    assert solved_from("A 1d inactive").finish == instant("2027-03-01", 4_800)
    assert solved_from("A 1d inactive", "rules p6").finish == instant("2027-03-01", 4_800)


def test_the_rules_of_the_plan_decide() -> None:
    plan = plan_from("A 3d actual start=2027-03-01; remaining 2d", "data date 2027-03-04")
    other = replace(plan, project=replace(plan.project, rules=Rules.P6))
    assert schedule(plan).dates(1).finish == instant("2027-03-03", 10_200)
    assert schedule(other).dates(1).finish == instant("2027-03-05", 10_200)


def test_from_finish_without_work_keeps_the_start() -> None:
    found = solved_from("A 1d inactive", "finish 2027-03-12; from finish")
    assert found.finish == instant("2027-03-12", 10_200)


def test_from_finish_gives_the_project_its_start() -> None:
    found = solved_from("A 3d\nB 1d", "finish 2027-03-12; from finish")
    assert dates_of(found, "A").start == dates_of(found, "B").start == instant("2027-03-10", 4_800)


def test_late_tasks_need_a_second_forward_pass() -> None:
    found = solved_from("X 9d\nA 1d ALAP\nB 1d after A\nC 1d after B")
    assert dates_of(found, "A").finish == instant("2027-03-09", 10_200)
    assert dates_of(found, "C").finish == found.finish


def test_solving_leaves_the_network_as_it_was() -> None:
    compiled = compiled_from("X 9d\nA 1d ALAP\nP after A\n  B 1d")
    before = compiled.network.tasks.tobytes(), compiled.network.links.tobytes()
    solve(compiled)
    assert (compiled.network.tasks.tobytes(), compiled.network.links.tobytes()) == before


def test_a_finished_p6_project_keeps_its_finish() -> None:
    plan = plan_from(
        "A 1d actual start=2027-03-01 finish=2027-03-01", "rules p6; data date 2027-03-03; finish 2027-03-31"
    )
    found = schedule(plan)
    assert found.dates(1).late_finish == instant("2027-03-31", 10_200)
    assert compile_plan(plan).settings.from_finish == 0
