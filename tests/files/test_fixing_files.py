"""Mending real plan files: no rule that passed fails, nothing that has happened changes, and twice is once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from headway.core.plan.invariants import introduced
from headway.core.review import RULES, Status
from headway.core.review.fixing import fix
from headway.core.schedule import Schedule, schedule
from headway.formats import ReadResult
from headway.messages import render
from tests.files.reading import index_of, read_rows

if TYPE_CHECKING:
    from pathlib import Path

SAMPLE = (
    "festiva-team/Projektplan.mpp",
    "vacheprime/ProjectPlan.mpp",
    "akhilmallepally/schedule.mpp",
    "softwareprojectmanagementuoit/Project Plan.mpp",
    "aspose-net/Software Development.mpp",
    "aspose-net/Homemoveplan.mpp",
    "aspose-net/PrimaveraProject.xml",
    "ganttproject/HouseBuildingSample.gan",
    "mpxj/percent-complete-8.4.xer",
    "mpxj/mpp14baseline.mpp",
)
LARGEST = 1_000
"""Tasks a file may have without ``--full``."""


def schedules(cases: Path, names: tuple[str, ...] | None) -> list[tuple[str, Schedule]]:
    rows = [row for row in index_of(cases) if names is None or row["file"] in names]
    return [(each.name, schedule(each.result.plan)) for each in read_rows(cases, rows) if is_read(each.outcome)]


def is_read(outcome: object) -> bool:
    return isinstance(outcome, ReadResult)


def check(name: str, answer: Schedule) -> int:
    """Mend all of one plan; answers how many mends there were."""
    plan = answer.compiled.plan
    fixed = fix(answer, tuple(RULES), name=render)
    after = fixed.schedule.compiled.plan
    for was, now in zip(fixed.before.results, fixed.after.results, strict=True):
        assert not (was.status is Status.PASS and now.status is Status.FAIL), (name, was.rule)
    assert introduced(plan, after) == (), name
    for number, task in plan.tasks.items():
        assert after.tasks[number].progress == task.progress, (name, task.name)
        if task.progress is not None and task.progress.actual_finish is not None:
            assert after.tasks[number] == task, (name, task.name)
    assert (after.assignments, after.baselines, after.project) == (plan.assignments, plan.baselines, plan.project)
    assert fix(schedule(after), tuple(RULES), name=render).mended == (), name
    return len(fixed.mended)


def test_real_plans_are_better_for_it_and_none_is_worse(cases: Path) -> None:
    found = schedules(cases, SAMPLE)
    assert len(found) == len(SAMPLE)
    mended = {name: check(name, answer) for name, answer in found}
    assert sum(count > 0 for count in mended.values()) >= 6, mended


@pytest.mark.full
def test_every_file_can_be_mended(cases: Path) -> None:
    for name, answer in schedules(cases, None):
        if len(answer.compiled.plan.tasks) <= LARGEST:
            check(name, answer)
