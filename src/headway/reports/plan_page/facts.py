"""From a schedule to the facts of the page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from headway.core.calendar.kernels import work_between
from headway.core.compare import compare
from headway.core.plan.entities import Task, TaskKind
from headway.core.plan.outline import ROOT, Outline, outline_of
from headway.core.plan.plan import Plan, Rules
from headway.core.schedule.drivers import Drivers, Mask, find_drivers
from headway.core.schedule.explain import explain
from headway.core.schedule.findings import Finding, findings
from headway.core.time import TENTHS_PER_MINUTE, TENTHS_PER_WEEK
from headway.messages import render
from headway.reports.extent import shown_finish
from headway.reports.plan_page.values import (
    DONE_SHARE,
    Agreement,
    FindingGroup,
    FloatBand,
    Link,
    Loss,
    MilestoneRow,
    Numbers,
    PageFacts,
    Row,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from headway.core.message import Message
    from headway.core.schedule import Schedule

MILESTONES_SHOWN = 14
CRITICAL_SHOWN = 30
SOON_SHOWN = 30
CHAIN_SHOWN = 8
SENTENCES_SHOWN = 3
SOON = 6 * TENTHS_PER_WEEK
BANDS = (0, 5, 10, 20, 40)
"""Upper ends of the float bands, in working days."""

_MILESTONE_KINDS = (TaskKind.START_MILESTONE, TaskKind.FINISH_MILESTONE)
_RULE_NAMES = {Rules.MSPROJECT: "MS Project", Rules.P6: "P6"}


@dataclass(frozen=True, slots=True)
class Source:
    """What the page says about where its plan is from, beside the plan itself."""

    file: str
    today: int
    """Stands in for the data date where the plan has none, unless the plan lies elsewhere in time."""
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """A schedule with all that its rows are made from."""

    schedule: Schedule
    plan: Plan
    outline: Outline
    drivers: Drivers
    critical: Mask
    """One entry a task, by the project's rule."""
    reference: int
    reference_is: str
    people: dict[int, list[str]]
    baseline: dict[int, int]
    """Task id to the finish of the baseline."""

    def span(self, begin: int, end: int) -> int:
        """Working time of the project's calendar between two instants."""
        compiled = self.schedule.compiled
        calendar = compiled.calendars.at(self.plan.project.calendar)
        return int(work_between(compiled.calendars.working_time, calendar, begin, end))


def page_facts(schedule: Schedule, source: Source) -> PageFacts:
    """All facts of the page.  The reference date is the plan's data date, else ``source.today``."""
    known = _known(schedule, source)
    project = known.plan.project
    leaves = [row for task_id in known.outline.leaves() if (row := _row(known, task_id)) is not None]
    unfinished = [row for row in leaves if row.percent < DONE_SHARE]
    critical = _critical_path(unfinished, known)
    milestones = sorted((row for row in unfinished if row.milestone), key=lambda row: (row.finish, row.row))
    soon = _soon(unfinished, known.reference)
    comparison = compare(schedule)
    finish = shown_finish(schedule)
    baseline_finish = max(known.baseline.values(), default=None)
    return PageFacts(
        name=project.name or source.file,
        manager=project.manager or "",
        source=source.file,
        rules=_RULE_NAMES[project.rules],
        reference=known.reference,
        reference_is=known.reference_is,
        start=min((row.start for row in leaves), default=project.start),
        finish=finish,
        finish_slip=known.span(baseline_finish, finish) if baseline_finish is not None else None,
        baseline_name=_baseline_name(known.plan),
        must_finish_by=project.must_finish_by,
        numbers=_numbers(leaves, unfinished, known),
        milestones=tuple(_milestone(row, known) for row in milestones[:MILESTONES_SHOWN]),
        milestones_more=max(len(milestones) - MILESTONES_SHOWN, 0),
        critical=tuple(critical[:CRITICAL_SHOWN]),
        critical_more=max(len(critical) - CRITICAL_SHOWN, 0),
        chain=_chain(leaves, known),
        soon=tuple(soon[:SOON_SHOWN]),
        soon_more=max(len(soon) - SOON_SHOWN, 0),
        soon_until=known.reference + SOON,
        bands=_bands(unfinished, project.minutes_per_day * TENTHS_PER_MINUTE),
        findings=_findings(known),
        losses=source.losses,
        agreement=tuple(Agreement(name, each.compared, each.equal) for name, each in comparison.fields.items()),
        compared=comparison.tasks,
        agreeing=comparison.tasks_equal,
        minutes_per_day=project.minutes_per_day,
    )


def _known(schedule: Schedule, source: Source) -> _Known:
    plan = schedule.compiled.plan
    people: dict[int, list[str]] = {}
    for assignment in plan.assignments.values():
        resource = plan.resources.get(assignment.resource) if assignment.resource is not None else None
        if resource is not None:
            people.setdefault(assignment.task, []).append(resource.name)
    chosen = plan.baselines[min(plan.baselines)].dates if plan.baselines else ()
    baseline = {each.task: each.finish for each in chosen if each.finish is not None}
    drivers = find_drivers(schedule)
    reference, reference_is = _reference(schedule, source.today)
    outline, critical = outline_of(plan), drivers.critical()
    return _Known(schedule, plan, outline, drivers, critical, reference, reference_is, people, baseline)


def _reference(schedule: Schedule, today: int) -> tuple[int, str]:
    """The data date; without one today, or the start of a plan that is all past or all to come."""
    project = schedule.compiled.plan.project
    if project.data_date is not None:
        return project.data_date, "data date"
    begun = [dates.start for task_id in schedule.compiled.index if (dates := schedule.dates(task_id)).start is not None]
    start = min(begun, default=schedule.compiled.settings.start)
    return (today, "today") if start <= today <= schedule.finish else (start, "start")


def _baseline_name(plan: Plan) -> str:
    return (plan.baselines[min(plan.baselines)].name or "Baseline") if plan.baselines else ""


def _row(known: _Known, task_id: int) -> Row | None:
    """One task; ``None`` where the engine gives it no dates."""
    task, dates = known.plan.tasks[task_id], known.schedule.dates(task_id)
    if dates.start is None or dates.finish is None:
        return None
    above = known.outline.parents[task_id]
    people = ([task.owner] if task.owner else []) + known.people.get(task_id, [])
    index = known.schedule.compiled.index[task_id]
    row = task.external.row if task.external is not None else None
    return Row(
        task=task_id,
        row=known.outline.rows[task_id] if row is None else row,
        name=task.name or "(no name)",
        phase=known.plan.tasks[above].name if above != ROOT else "",
        people=", ".join(dict.fromkeys(people)),
        milestone=task.milestone or task.kind in _MILESTONE_KINDS,
        start=dates.start,
        finish=dates.finish,
        total_float=dates.total_float,
        percent=_percent(task),
        critical=bool(known.critical[index]),
    )


def _percent(task: Task) -> int:
    progress = task.progress
    if progress is None:
        return 0
    if progress.actual_finish is not None:
        return DONE_SHARE
    if progress.actual_start is None:
        return 0
    return min(progress.percent_complete, DONE_SHARE - 1)


def _critical_path(unfinished: list[Row], known: _Known) -> list[Row]:
    """Critical unfinished tasks in order of time; the longest path where the float rule marks none."""
    rows = [row for row in unfinished if row.critical]
    if not rows:
        longest, index = known.drivers.longest_path(), known.schedule.compiled.index
        rows = [row for row in unfinished if longest[index[row.task]]]
    return sorted(rows, key=lambda row: (row.start, row.finish, row.row))


def _milestone(row: Row, known: _Known) -> MilestoneRow:
    promised = known.baseline.get(row.task)
    slip = known.span(promised, row.finish) if promised is not None else None
    return MilestoneRow(row, promised, slip, known.plan.tasks[row.task].deadline)


def _soon(unfinished: list[Row], reference: int) -> list[Row]:
    """What starts or finishes in the next six weeks, soonest event first."""
    found = []
    for row in unfinished:
        starts = row.percent == 0 and reference <= row.start < reference + SOON
        finishes = reference <= row.finish < reference + SOON
        if starts or finishes:
            words = [
                word for word, holds in (("starts", starts and not row.milestone), ("finishes", finishes)) if holds
            ]
            happens = "due" if row.milestone else " and ".join(words)
            found.append((row.start if starts else row.finish, row.row, replace(row, happens=happens)))
    return [row for _, _, row in sorted(found, key=lambda each: each[:2])]


def _numbers(leaves: list[Row], unfinished: list[Row], known: _Known) -> Numbers:
    floats = [row for row in unfinished if row.total_float is not None]
    # Of the tightest the last one: it stands nearest to the date that squeezes them all.
    tightest = min(floats, key=lambda row: (row.total_float or 0, -row.finish, -row.row), default=None)
    planned = {row.task: known.plan.tasks[row.task].duration for row in leaves}
    total = sum(planned.values())
    done = sum(planned[row.task] * row.percent for row in leaves)
    return Numbers(
        tasks=len(leaves),
        finished=len(leaves) - len(unfinished),
        critical=sum(row.critical for row in unfinished),
        overdue=sum(row.finish < known.reference for row in unfinished),
        milestones_left=sum(row.milestone for row in unfinished),
        done=done // total if total else 0,
        tightest=tightest.total_float if tightest is not None else None,
        tightest_name=tightest.name if tightest is not None else "",
        tightest_why=_why_tight(tightest, known) if tightest is not None else "",
    )


def _why_tight(row: Row, known: _Known) -> str:
    return _sentence(explain(known.schedule, row.task, known.drivers).total_float.message, known)


def _chain(leaves: list[Row], known: _Known) -> tuple[Link, ...]:
    """The driving chain of the task that finishes last."""
    if not leaves:
        return ()
    last = max(leaves, key=lambda row: (row.finish, row.milestone, row.row))
    steps = explain(known.schedule, last.task, known.drivers).chain
    return tuple(
        Link(
            step.task.name or "(no name)",
            known.schedule.dates(step.task.id).finish,
            _sentence(step.message, known),
        )
        for step in steps[:CHAIN_SHOWN]
    )


def _findings(known: _Known) -> tuple[FindingGroup, ...]:
    """Findings by kind, worst first, a few sentences of each."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings(known.schedule, known.drivers):
        groups.setdefault(finding.code, []).append(finding)
    return tuple(
        FindingGroup(
            found[0].severity.value,
            tuple(_sentence(each.message, known) for each in found[:SENTENCES_SHOWN]),
            max(len(found) - SENTENCES_SHOWN, 0),
        )
        for found in groups.values()
    )


def _sentence(message: Message, known: _Known) -> str:
    return render(message, minutes_per_day=known.plan.project.minutes_per_day)


def _bands(unfinished: Iterable[Row], day: int) -> tuple[FloatBand, ...]:
    """Unfinished tasks by total float: negative, none, then up to each end of :data:`BANDS`, then more."""
    labels = ["below zero", "none", *(f"up to {end}d" for end in BANDS[1:]), f"over {BANDS[-1]}d"]
    counts = [0] * len(labels)
    for row in unfinished:
        if row.total_float is not None:
            place = 0 if row.total_float < 0 else 1 + sum(row.total_float > end * day for end in BANDS)
            counts[place] += 1
    return tuple(
        FloatBand(label, number, place < 2) for place, (label, number) in enumerate(zip(labels, counts, strict=True))
    )
