"""Every real plan file either reads or says why not, and what is read holds together."""

from __future__ import annotations

import json
import resource
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from headway.core.plan import codec
from headway.core.plan.invariants import check
from headway.core.plan.outline import outline_of
from headway.core.plan.plan import Rules
from headway.formats import fields, read
from headway.formats.own import encode_own, read_own
from tests.files.reading import Reading, index_of, read_rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from headway.core.plan.entities import Task

UNREADABLE: frozenset[str] = frozenset()
"""Case files that give an error; the list may only shrink."""

INSERTED_PROJECTS = {"mpxj/mpp14subproject.mpp"}

NEVER_WRITTEN = {
    ("assignment", "assignment_resource_guid"),
    ("assignment", "assignment_task_guid"),
    ("assignment", "raw_timephased_actual_overtime_work"),
    ("assignment", "raw_timephased_actual_regular_work"),
    ("assignment", "raw_timephased_baseline_cost"),
    ("assignment", "raw_timephased_baseline_work"),
    ("assignment", "raw_timephased_budget_cost"),
    ("assignment", "raw_timephased_budget_work"),
    ("assignment", "raw_timephased_remaining_overtime_work"),
    ("assignment", "raw_timephased_remaining_regular_work"),
    ("assignment", "resource_request_type"),
    ("resource", "calendar_guid"),
    ("resource", "cost_rate_a"),
    ("resource", "cost_rate_b"),
    ("resource", "cost_rate_c"),
    ("resource", "cost_rate_d"),
    ("resource", "cost_rate_e"),
    ("resource", "enterprise_data"),
    ("resource", "overtime_rate_units"),
    ("resource", "standard_rate_units"),
    ("task", "enterprise_data"),
    ("task", "hyperlink_data"),
    ("task", "recurring_data"),
}
"""Fields that the library's JSON writer leaves out though the file fills them.  Rates come in tables of their own,
recurring tasks and baselines over time are fetched beside the JSON, the rest is presentation or made from others.  A
new entry means: look whether a plan loses something, fetch it in ``jvm_projects`` or name it in ``fields``."""

_SECTIONS = {"task": "tasks", "resource": "resources", "assignment": "assignments"}


@pytest.fixture(scope="module")
def readings(cases: Path) -> list[Reading]:
    return read_rows(cases, index_of(cases))


def test_every_file_reads_or_says_why_not(readings: list[Reading]) -> None:
    failed = {reading.name: str(reading.outcome) for reading in readings if isinstance(reading.outcome, Exception)}
    assert set(failed) <= UNREADABLE, failed
    assert len(readings) >= 100


def test_as_many_tasks_and_links_as_the_index_says(readings: list[Reading]) -> None:
    """The index counts no rows that stand for a whole other project, and links to other projects only in some files."""
    wrong = []
    for reading in readings:
        plan = reading.result.plan
        own = [task_id for task_id in outline_of(plan).leaves() if not plan.tasks[task_id].external_link]
        crossing = sum(_crosses(plan.tasks, link.predecessor, link.successor) for link in plan.links.values())
        tasks, links = int(reading.row["leaf_tasks"] or 0), int(reading.row["links"] or 0)
        counted = reading.name not in INSERTED_PROJECTS and (tasks or links)
        if counted and (len(own) != tasks or not len(plan.links) - crossing <= links <= len(plan.links)):
            wrong.append((reading.name, len(own), tasks, len(plan.links), links))
    assert wrong == []


def _crosses(tasks: Mapping[int, Task], *ends: int) -> bool:
    return any(tasks[end].external_link for end in ends)


def test_rules_follow_the_program(readings: list[Reading]) -> None:
    for reading in readings:
        expected = Rules.P6 if reading.row["format"] in ("XER", "PMXML") else Rules.MSPROJECT
        assert reading.result.plan.project.rules is expected, reading.name


def test_plans_hold_together(readings: list[Reading]) -> None:
    """Ids, references, ranges and calendars are sound; what is left are oddities of the files themselves."""
    found = Counter(problem.code for reading in readings for problem in check(reading.result.plan))
    assert set(found) <= {"task.actual_after_data_date", "assignment.duplicate"}


def test_external_ids_are_the_file_s_own(readings: list[Reading]) -> None:
    for reading in readings:
        for task in reading.result.plan.tasks.values():
            assert task.external is not None
            assert task.external.unique_id in (task.id, 0) or task.external_link, reading.name


def test_json_and_own_format_lose_nothing(readings: list[Reading], tmp_path: Path) -> None:
    for reading in readings:
        plan = reading.result.plan
        assert codec.decode(codec.encode(plan)) == plan, reading.name
        assert read_own(tmp_path / "x", encode_own(plan)).plan == plan, reading.name


def test_saved_dates_of_exact_files_are_there(readings: list[Reading]) -> None:
    for reading in readings:
        if reading.row["class"] == "A":
            plan = reading.result.plan
            for task_id in outline_of(plan).leaves():
                saved = plan.saved.get(task_id)
                assert plan.tasks[task_id].external_link or (saved is not None and saved.start is not None), (
                    reading.name
                )


def test_losses_are_told_with_count_and_example(readings: list[Reading]) -> None:
    losses = [loss for reading in readings for loss in reading.result.losses]
    assert {loss.field for loss in losses} >= {"steps", "expense_items", "empty row", "timephased_baseline_work"}
    assert all(loss.count > 0 for loss in losses)


def test_no_field_goes_unnoticed(readings: list[Reading]) -> None:
    """Each filled field is kept, known to be made from others, custom, part of a baseline, or reported as a loss."""
    for reading in readings:
        reported = {(loss.entity, loss.field) for loss in reading.result.losses}
        rows = _filled(reading)
        for kind, name in rows:
            known = fields.is_ignored(kind, name) or fields.is_custom(name) or fields.baseline_of(name) is not None
            assert known or (kind, name) in reported, (reading.name, kind, name)


def test_what_the_json_writer_leaves_out(readings: list[Reading]) -> None:
    """The contract with the library: a new version that drops more, or less, shows here."""
    dropped = set()
    for reading in readings:
        written = _filled(reading)
        for kind, name in json.loads(reading.answer.extra)["populated"]:
            numbered_units = name.startswith(("duration", "enterprise_duration")) and name.endswith("_units")
            if kind in _SECTIONS and (kind, name) not in written and not numbered_units:
                dropped.add((kind, name))
    always_zero = {
        ("assignment", "assignment_delay"),
        ("assignment", "work_contour"),
        ("task", "parent_task_unique_id"),
    }
    assert dropped - always_zero <= NEVER_WRITTEN


def _filled(reading: Reading) -> set[tuple[str, str]]:
    content = json.loads(reading.answer.plan)
    return {(kind, name) for kind, section in _SECTIONS.items() for row in content[section] for name in row}


@pytest.mark.full
def test_a_file_of_two_hundred_tasks_reads_in_three_seconds_cold(cases: Path) -> None:
    """Processor time of parent and child together, best of three: a busy machine says nothing about the reader."""
    path = cases / "plans" / "aspose-net" / "Homemoveplan.mpp"
    times = []
    for _ in range(3):
        before = _processor_seconds()
        assert len(read(path).plan.tasks) > 150
        times.append(_processor_seconds() - before)
    assert min(times) < 3.0, times


def _processor_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)
