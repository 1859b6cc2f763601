"""The review of real plan files: no rule fails on one, figures are those of a recount, the paths are the engine's."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from headway.core.review import RULES, Status, review
from headway.core.review.critical_path import critical_path
from headway.core.review.delaying import Trial, try_delay
from headway.core.review.reviewed import Reviewed
from headway.core.schedule import Schedule, schedule
from headway.formats import ReadResult
from headway.messages import render
from tests.files.reading import index_of, read_rows
from tests.recounts.comparing import differences, result_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from headway.core.plan.entities import Task

SAMPLE = (
    "festiva-team/Projektplan.mpp",
    "vacheprime/ProjectPlan.mpp",
    "aspose-net/Software Development.mpp",
    "aspose-net/ConstraintAsLateAsPossible.mpp",
    "aspose-net/ResourceAssignmentStopResumeDates.mpp",
    "aspose-java/project.xml",
    "ganttproject/HouseBuildingSample.gan",
    "mpxj/mpp14baseline.mpp",
    "mpxj/percent-complete-8.4.xer",
    "mpxj/resource-rates-test.xml",
    "xer-viewer/Hotel Project.xer",
    "xer-viewer/TERMINAL BUILDING-AIRPORT.xer",
)
"""Files of different kinds: both sets of rules, typed dates, constraints, baselines, progress, several calendars."""
LARGEST = "xer-viewer/Hotel Project.xer"
MOST_SECONDS = 2.0
"""For the review of the largest file, on a machine that does other things as well."""
OFF_PATH = 5
"""How many tasks beside the path are tried in a file."""

Case = tuple[str, Schedule]


def cases_of(cases: Path, names: tuple[str, ...] | None = None, kind: str = "") -> list[Case]:
    """The schedules of readable files: those named, or all; of one class, or of any."""
    rows = [row for row in index_of(cases) if names is None or row["file"] in names]
    readings = [reading for reading in read_rows(cases, rows) if kind in ("", reading.row["class"])]
    return [(each.name, schedule(each.result.plan)) for each in readings if isinstance(each.outcome, ReadResult)]


@pytest.fixture(scope="module")
def sample(cases: Path) -> list[Case]:
    found = cases_of(cases, SAMPLE)
    assert len(found) == len(SAMPLE)
    return found


def recounted(found: list[Case]) -> list[str]:
    """Lines for all files whose figures differ from the recount."""
    return [f"{name}: {line}" for name, each in found for line in differences(each)]


def test_figures_are_those_of_a_recount(sample: list[Case]) -> None:
    assert not recounted(sample)


def test_the_sample_has_something_to_count(sample: list[Case]) -> None:
    """Every rule passes on one file of the sample and fails on another, or says nothing on one: no rule is asleep."""
    for rule in (rule for rule in RULES if rule.startswith("dcma")):
        seen = {result_of(found, rule).status for _, found in sample}
        assert len(seen) > 1, (rule, seen)


def paths_that_differ(found: list[Case]) -> list[str]:
    """Files where the test of the critical path and the engine's longest path do not say the same."""
    return [line for name, each in found for line in disagreements(name, each)]


def disagreements(name: str, found: Schedule) -> Iterator[str]:
    """The delay arrives exactly where the delayed task is on the longest path, and that ends with the project."""
    compiled, result = found.compiled, result_of(found, "dcma-12")
    longest = {task for task, on in zip(compiled.task_ids, found.drivers.longest_path(), strict=True) if on}
    reviewed = Reviewed(found)
    first = critical_path(reviewed).first
    if not longest or first is None:
        if result.status is Status.PASS:
            yield f"{name}: passes without a path"
        return
    ends = max(found.dates(task).early_finish or 0 for task in longest) == found.finish
    if (result.status is Status.PASS) is not (first.id in longest and ends):
        yield f"{name}: {result.status}, delayed {first.name!r}, on the path: {first.id in longest}, it ends: {ends}"
    for task in beside(reviewed, longest):
        trial = try_delay(reviewed, critical_path(reviewed), task, 600)
        if arrives(trial):
            yield f"{name}: {task.name!r} is not on the path, and its delay arrives in full"


def beside(reviewed: Reviewed, longest: set[int]) -> list[Task]:
    """A few open tasks that are not on the longest path."""
    open_ = [task for task in reviewed.incomplete if not reviewed.is_milestone(task) and task.id not in longest]
    return open_[:: max(1, len(open_) // OFF_PATH)]


def arrives(trial: Trial) -> bool:
    """Whether the finish moves by the whole delay, in working time and by the clock: calendars change only one."""
    task, ends = trial.task.id, (trial.before.finish, trial.after.finish)
    own = [each.dates(task).early_finish or 0 for each in (trial.before, trial.after)]
    return trial.moved >= trial.expected and ends[1] - ends[0] >= own[1] - own[0]


def test_the_critical_path_test_agrees_with_the_longest_path(sample: list[Case]) -> None:
    assert not paths_that_differ(sample)


def speechless(found: list[Case]) -> list[str]:
    """Files with a row or a reason that has no words; the texts are made here."""
    lines = []
    for name, each in found:
        for result in review(each).results:
            texts = [render(row.message) for row in result.rows] + ([render(result.reason)] if result.reason else [])
            lines += [f"{name}: {result.rule}: {text!r}" for text in texts if "{" in text or not text.strip()]
            if result.status is Status.NOT_EVALUATED and result.reason is None:
                lines.append(f"{name}: {result.rule} does not say why it was not evaluated")
    return lines


def test_every_row_has_words(sample: list[Case]) -> None:
    assert not speechless(sample)


def test_a_large_plan_is_reviewed_at_once(sample: list[Case]) -> None:
    found = dict(sample)[LARGEST]
    began = time.perf_counter()
    review(found)
    assert time.perf_counter() - began < MOST_SECONDS


@pytest.mark.full
def test_every_file(cases: Path) -> None:
    found = cases_of(cases)
    assert len(found) > 90
    assert not recounted(found)
    assert not speechless(found)


@pytest.mark.full
def test_every_exact_file_agrees_with_its_longest_path(cases: Path) -> None:
    found = cases_of(cases, kind="A")
    assert len(found) >= 60
    assert not paths_that_differ(found)
    passed = [name for name, each in found if result_of(each, "dcma-12").status is Status.PASS]
    assert len(passed) > 45
