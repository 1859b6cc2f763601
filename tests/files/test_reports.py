"""Reports of real plans: written in every form, and their numbers counted again from plan and schedule."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from headway.core.plan.entities import ResourceKind, TaskKind
from headway.core.review import review
from headway.core.schedule import schedule
from headway.reports.page import render
from headway.reports.plan_report import Judged, Source, compose, report_facts
from tests.files.reading import index_of, read_rows

if TYPE_CHECKING:
    from pathlib import Path

    from headway.core.plan.plan import Plan
    from headway.core.schedule import Schedule
    from headway.reports.plan_report.values import ReportFacts

FILES = (
    "aspose-net/Homemoveplan.mpp",
    "vacheprime/ProjectPlan.mpp",
    "mpxj/mpp14baseline.mpp",
    "aspose-net/MultiprojectWithExternal.xer",
    "xer-viewer/Hotel Project.xer",
)
TODAY = 299_000_000
LARGE = "xer-viewer/Hotel Project.xer"
SPANNING = (TaskKind.LEVEL_OF_EFFORT, TaskKind.HAMMOCK, TaskKind.WBS_SUMMARY)
SECONDS = 2.0
"""For a report of more than 4,000 activities, reading apart."""


@pytest.fixture(scope="module", params=FILES)
def reported(request: pytest.FixtureRequest, cases: Path) -> tuple[Schedule, ReportFacts]:
    rows = [row for row in index_of(cases) if row["file"] in FILES]
    found = next(each for each in read_rows(cases, rows) if each.name == request.param)
    dated = schedule(found.result.plan)
    return dated, report_facts(dated, Source(request.param, TODAY), judged=Judged(review(dated)))


def counted(plan: Plan, dated: Schedule) -> list[int]:
    """Leaf tasks with dates of their own."""
    parents = {task.parent for task in plan.tasks.values()}
    return [
        task.id
        for task in plan.tasks.values()
        if task.id not in parents
        and task.kind is not TaskKind.WBS
        and task.kind not in SPANNING
        and not task.external_link
        and dated.dates(task.id).finish is not None
    ]


def test_the_numbers_are_those_of_the_plan(reported: tuple[Schedule, ReportFacts]) -> None:
    dated, facts = reported
    plan = dated.compiled.plan
    leaves = counted(plan, dated)
    open_ = [i for i in leaves if (p := plan.tasks[i].progress) is None or p.actual_finish is None]
    assert facts.numbers.tasks == len(leaves)
    assert facts.numbers.finished == len(leaves) - len(open_)
    assert facts.numbers.critical == sum(dated.dates(i).critical for i in open_)
    floats = [total for i in open_ if (total := dated.dates(i).total_float) is not None]
    assert sum(band.count for band in facts.bands) == len(floats)
    assert facts.bands[0].count == sum(total < 0 for total in floats)
    assert facts.bands[1].count == sum(total == 0 for total in floats)


def test_no_work_is_lost(reported: tuple[Schedule, ReportFacts]) -> None:
    dated, facts = reported
    plan = dated.compiled.plan
    works = 0
    for each in plan.assignments.values():
        resource = plan.resources.get(each.resource) if each.resource is not None else None
        if each.resource is None or (resource is not None and resource.kind is ResourceKind.WORK):
            works += max(each.actual_work + each.remaining_work, each.work, 0)
    if facts.load is None:
        assert works == 0 or not facts.numbers.tasks
    else:
        assert sum(facts.load.total) + facts.load.unspread == works


@pytest.mark.parametrize("locale", ["en_GB", "de_DE"])
def test_the_page_is_written(reported: tuple[Schedule, ReportFacts], locale: str) -> None:
    _, facts = reported
    page = render(compose(facts, locale))
    assert page.startswith("<!doctype html>")
    assert page.rstrip().endswith("</html>")
    assert "<script" not in page
    assert len(page) < 400_000


@pytest.mark.full
def test_a_large_plan_does_not_keep_its_reader_waiting(cases: Path) -> None:
    rows = [row for row in index_of(cases) if row["file"] in FILES]
    plan = next(each for each in read_rows(cases, rows) if each.name == LARGE).result.plan
    schedule(plan)
    begun = time.process_time()
    dated = schedule(plan)
    render(compose(report_facts(dated, Source(LARGE, TODAY), judged=Judged(review(dated)))))
    assert time.process_time() - begun < SECONDS
