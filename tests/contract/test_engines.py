"""Dates agree with engines of others on plans made at random: equal, or different by a rule that has a name."""

from __future__ import annotations

import csv
import subprocess
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
import pytest

from benchmarks.generated import Made, Row, Wish, as_mspdi, as_taskjuggler, fit_for_taskjuggler, make
from benchmarks.peers import mpxj
from headway.core.calendar.kernels import work_between
from headway.core.compare import Difference, compare
from headway.core.plan.entities import SavedDates, TaskKind
from headway.core.plan.plan import Rules
from headway.core.schedule import compile_plan, schedule
from headway.core.time import to_instant
from headway.formats import ReadResult, read_many

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from headway.core.plan.plan import Plan

QUICK = range(6)
FULL = range(50)
MICROSOFT, P6, PLAIN = "MS Project's rules", "P6's rules", "MS Project's rules, nothing disputed"
WISHES = {
    MICROSOFT: Wish(),
    P6: Wish(constraints=False),
    PLAIN: Wish(kinds=("FS", "SS", "FF"), leads=False, constraints=False, calendars=False),
}
TASKJUGGLER = Wish(
    kinds=("FS", "SS", "FF"), leads=False, hours=False, constraints=False, calendars=False, summaries=False
)
HARD = {"must_start_on", "must_finish_on", "start_no_later_than", "finish_no_later_than"}
LATE = {"late_start", "late_finish", "total_float"}


@dataclass(frozen=True, slots=True)
class Case:
    """A generated plan, its reading by us, and the dates of the other engine as if a file had saved them."""

    made: Made
    plan: Plan
    other: mpxj.Outcome

    @property
    def rows(self) -> dict[int, Row]:
        return {row.id: row for row in self.made.rows}


def read_plans(folder: Path, plans: Sequence[Made]) -> tuple[list[Path], list[Plan]]:
    """Write plans as Microsoft Project XML and read them back, all with one start of the reader."""
    paths = [folder / f"{number}.xml" for number in range(len(plans))]
    for path, plan in zip(paths, plans, strict=True):
        path.write_text(as_mspdi(plan), encoding="utf-8")
    results = [result for result in read_many(paths) if isinstance(result, ReadResult)]
    assert len(results) == len(plans)
    return paths, [result.plan for result in results]


def cases_of(folder: Path, seeds: range) -> dict[str, list[Case]]:
    """Both engines on the plans of some seeds, by what the plans hold; each engine starts once."""
    made = [(name, make(seed, wish)) for name, wish in WISHES.items() for seed in seeds]
    paths, plans = read_plans(folder, [plan for _, plan in made])
    schedulers = [mpxj.PRIMAVERA if name == P6 else mpxj.MICROSOFT for name, _ in made]
    outcomes = mpxj.run([mpxj.Task(*each) for each in zip(paths, schedulers, strict=True)])
    assert [outcome.error for outcome in outcomes if outcome.error] == []
    cases: dict[str, list[Case]] = {name: [] for name in WISHES}
    for (name, plan), ours, theirs in zip(made, plans, outcomes, strict=True):
        cases[name].append(Case(plan, under_p6(ours) if name == P6 else ours, theirs))
    return cases


def with_saved(plan: Plan, saved: dict[int, SavedDates]) -> Plan:
    return msgspec.structs.replace(plan, saved=saved)


def differences(case: Case) -> list[Difference]:
    """Where the dates differ by more than the tolerance, on leaf tasks."""
    saved = {
        task: msgspec.structs.replace(SavedDates(task), **case.other.tasks[task].instants()) for task in case.plan.tasks
    }
    return list(compare(schedule(with_saved(case.plan, saved))).differences)


# ------------------------------------------------------------------------------------------------ named differences


def is_broken_constraint(case: Case, difference: Difference) -> bool:
    """A task held by its constraint before its logic: MS Project saves by how much logic is late as negative total
    slack (so does ``mpxj/slack9.mpp`` of the real files); MPXJ compares the held dates, and gives zero."""
    constraint = case.rows[difference.task].constraint
    return difference.field == "total_float" and constraint is not None and constraint[0] in HARD


def is_across_calendars(case: Case, difference: Difference) -> bool:
    """Late dates that come from a task of another calendar.  A milestone's late date is its successor's start, Monday
    8:00, in MS Project's files, and Friday 17:00 with MPXJ, which is a day less where Saturday is worked; and MPXJ
    counts lags back in pieces that do not add up to the lag forward."""
    if difference.field not in LATE:
        return False
    rows = case.rows
    below = reached(case.made, difference.task, backwards=False)
    joined = [(rows[link.predecessor], row) for row in rows.values() for link in row.links if row.id in below]
    return any(first.calendar != second.calendar for first, second in joined)


def is_contradiction(case: Case, difference: Difference) -> bool:
    """MPXJ's dates of the task, or of one before it, are not its duration apart, or it ends outside its own working
    time (at 18:00 in a day until 17:00): so it is by P6's rules where start-to-finish links join calendars."""
    compiled = compile_plan(case.plan)
    working_time = compiled.calendars.working_time
    for task in reached(case.made, difference.task, backwards=True):
        dates = case.other.tasks[task].instants()
        begin, end = dates["early_start"], dates["early_finish"]
        assert begin is not None
        assert end is not None
        calendar = int(compiled.network.tasks[compiled.index[task]]["calendar"])
        duration = case.plan.tasks[task].duration
        idle_end = duration > 0 and work_between(working_time, calendar, end - 1, end) == 0
        if idle_end or work_between(working_time, calendar, begin, end) != duration:
            return True
    return False


NAMED = {
    MICROSOFT: (is_broken_constraint, is_across_calendars),
    P6: (is_contradiction,),
    PLAIN: (),
}
"""Differences by rule set; what has no name is a failure."""
LEAST_EQUAL = {MICROSOFT: 0.92, P6: 0.96, PLAIN: 1.0}
"""Share of tasks without any difference, so that the names do not excuse everything."""


def reached(plan: Made, task: int, *, backwards: bool) -> set[int]:
    """A task and all that links lead to from it, or that lead to it; a summary stands for its tasks."""
    forward: dict[int, set[int]] = {row.id: set() for row in plan.rows}
    for row in plan.rows:
        for link in row.links:
            forward[link.predecessor].add(row.id)
    step = {row.id: {link.predecessor for link in row.links} for row in plan.rows} if backwards else forward
    seen, open_ends = {task}, [task]
    while open_ends:
        fresh = step[open_ends.pop()] - seen
        seen |= fresh
        open_ends += fresh
    return seen


def unnamed(case: Case, *rules: Callable[[Case, Difference], bool]) -> list[tuple[int, Difference]]:
    return [(case.made.seed, each) for each in differences(case) if not any(rule(case, each) for rule in rules)]


# ------------------------------------------------------------------------------------------------------------- tests


@pytest.mark.parametrize("seeds", [QUICK, pytest.param(FULL, marks=pytest.mark.full)], ids=["quick", "full"])
def test_dates_are_those_of_mpxj(tmp_path: Path, seeds: range) -> None:
    """With everything: equal or different by name.  By P6's rules, and where no name applies: equal."""
    cases = cases_of(tmp_path, seeds)
    for name, rules in NAMED.items():
        assert [found for case in cases[name] for found in unnamed(case, *rules)] == [], name
        tasks = sum(len(case.made.leaves) for case in cases[name])
        differing = sum(len({each.task for each in differences(case)}) for case in cases[name])
        assert differing <= (1 - LEAST_EQUAL[name]) * tasks, f"{name}: {differing} of {tasks} tasks differ by name"


def under_p6(plan: Plan) -> Plan:
    """The same plan by P6's rules, its milestones as finish milestones (which is what the other engine is told)."""
    tasks = {
        task.id: msgspec.structs.replace(task, kind=TaskKind.FINISH_MILESTONE) if task.milestone else task
        for task in plan.tasks.values()
    }
    return msgspec.structs.replace(plan, tasks=tasks, project=msgspec.structs.replace(plan.project, rules=Rules.P6))


@pytest.mark.parametrize("seeds", [QUICK, pytest.param(FULL, marks=pytest.mark.full)], ids=["quick", "full"])
def test_dates_are_those_of_taskjuggler(tmp_path: Path, taskjuggler: str, seeds: range) -> None:
    made = [fit_for_taskjuggler(make(seed, TASKJUGGLER)) for seed in seeds]
    _, plans = read_plans(tmp_path, made)
    found = []
    for each, plan in zip(made, plans, strict=True):
        source = tmp_path / f"{each.seed}.tjp"
        source.write_text(as_taskjuggler(each), encoding="utf-8")
        subprocess.run([taskjuggler, "--silent", "-o", str(tmp_path), str(source)], check=True, capture_output=True)
        saved = juggled(tmp_path / "out.csv")
        assert saved.keys() == plan.tasks.keys()
        result = compare(schedule(with_saved(plan, saved)))
        assert result.fields["start"].compared == len(each.rows)
        found += [(each.seed, difference) for difference in result.differences]
    assert found == []


def juggled(report: Path) -> dict[int, SavedDates]:
    """Starts and finishes of TaskJuggler's report."""
    with report.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter=";"))
    return {
        (task := int(row["Id"].removeprefix("t"))): SavedDates(
            task=task,
            start=to_instant(datetime.fromisoformat(row["Start"])),
            finish=to_instant(datetime.fromisoformat(row["End"])),
        )
        for row in rows
    }
