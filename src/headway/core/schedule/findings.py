"""What is wrong or doubtful in a plan that was scheduled, as data: the rest still has its dates."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from headway.core.calendar.kernels import add_work
from headway.core.message import Message, Moment, TaskName, message
from headway.core.schedule.drivers import find_drivers
from headway.core.schedule.explain.facts import Facts
from headway.core.schedule.explain.lates import Limit, deciding, limit_message, summary_rows
from headway.core.schedule.explain.starts import constraint_message
from headway.core.schedule.network import (
    BY_CONSTRAINT,
    FF,
    FINISHED,
    FS,
    GATE,
    LEAF,
    NOT_STARTED,
    SF,
    SS,
)
from headway.core.time import NEVER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.schedule.compiled import Warning as CompileWarning
    from headway.core.schedule.drivers import Drivers
    from headway.core.schedule.result import Schedule


class Severity(StrEnum):
    """``error``: the dates are not to be trusted there; ``warning``: look at it; ``note``: good to know."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Finding(msgspec.Struct, frozen=True, gc=False, omit_defaults=True):
    """One finding.  ``tasks`` are the ids it is about, in the order that the message names them."""

    code: str
    severity: Severity
    message: Message
    tasks: tuple[int, ...] = ()


SEVERITIES = {
    "loop": Severity.ERROR,
    "too_many_loops": Severity.ERROR,
    "link_inside_summary": Severity.ERROR,
    "link_without_end": Severity.WARNING,
    "calendar_without_work": Severity.ERROR,
    "negative_float": Severity.ERROR,
    "must_finish_by_missed": Severity.ERROR,
    "open_starts": Severity.NOTE,
    "open_ends": Severity.NOTE,
    "behind_data_date": Severity.NOTE,
}
"""Everything else is a warning."""
MOST_NAMED = 5
"""Tasks that a message about many names."""


def findings(schedule: Schedule, drivers: Drivers | None = None) -> tuple[Finding, ...]:
    """All findings, worst first, else in the order of the plan."""
    facts = Facts(schedule, drivers or find_drivers(schedule))
    found = [
        *of_plan(facts),
        *of_calendars(facts),
        *late_tasks(facts),
        *missed_deadlines(facts),
        *overridden(facts),
        *out_of_sequence(facts),
        *actuals_ahead(facts),
        *open_ends(facts),
        *left_behind(facts),
    ]
    rank = list(Severity)
    return tuple(sorted(found, key=lambda finding: rank.index(finding.severity)))


def finding(code: str, text: Message, *tasks: int) -> Finding:
    return Finding(code, SEVERITIES.get(code, Severity.WARNING), text, tasks)


def of_plan(facts: Facts) -> Iterator[Finding]:
    """What was left out when the plan was compiled."""
    for warning in facts.schedule.compiled.warnings:
        yield finding(warning.code, warning_message(facts, warning), *warning.tasks)


def warning_message(facts: Facts, warning: CompileWarning) -> Message:
    """A warning of the compiler as a message: its parameters, its task and its tasks by name."""
    index = facts.schedule.compiled.index
    params = dict(warning.params)
    named = tuple(facts.name(index[task]) for task in warning.tasks if task in index)
    if warning.code == "too_many_loops":
        return message(warning.code, count=params.get("links", 0))
    if warning.code == "link_inside_summary" and len(set(warning.tasks)) == 1:
        return message("link_to_itself", task=named[0])
    if warning.code == "link_inside_summary":
        inner, summary = named if is_below(facts, *warning.tasks) else reversed(named)
        return message(warning.code, task=inner, summary=summary)
    if warning.task is not None and warning.task in index:
        return Message(warning.code, {**params, "task": facts.name(index[warning.task]), "tasks": named})
    return Message(warning.code, {**params, "tasks": named})


def is_below(facts: Facts, task: int, other: int) -> bool:
    """Whether ``task`` stands somewhere below ``other``."""
    tasks = facts.schedule.compiled.plan.tasks
    while task in tasks and task != other:
        task = tasks[task].parent
    return task == other


def of_calendars(facts: Facts) -> Iterator[Finding]:
    """What the calendars needed to be usable."""
    for warning in facts.schedule.compiled.calendars.warnings:
        name = warning.name or str(warning.calendar)
        yield finding(warning.code, message(warning.code, calendar=warning.calendar, name=name))


def late_tasks(facts: Facts) -> Iterator[Finding]:
    """Negative float where it comes from: the task whose own limit is earlier than it can be done."""
    project, tasks = facts.schedule.compiled.plan.project, facts.net.tasks
    total = facts.schedule.arrays["total_float"]
    late = (total != NEVER) & (total < 0) & (tasks["role"] == LEAF) & (tasks["progress"] != FINISHED)
    for node in np.flatnonzero(late):
        limits = [limit for limit in deciding(facts, int(node)) if not waits_for_others(facts, int(node), limit)]
        if limits:
            amount = facts.length(int(node), -int(total[node]))
            text = message(
                "negative_float",
                task=facts.name(int(node)),
                amount=amount,
                limit=limit_message(facts, int(node), limits),
            )
            yield finding("negative_float", text, facts.task(int(node)).id)
    end = facts.schedule.finish
    if project.must_finish_by is not None and end > project.must_finish_by:
        by = Moment(project.must_finish_by, finish=True)
        yield finding(
            "must_finish_by_missed", message("must_finish_by_missed", date=by, finish=Moment(end, finish=True))
        )


def waits_for_others(facts: Facts, node: int, limit: Limit) -> bool:
    """Whether a limit only hands on what is too late elsewhere, where it is said.

    A link may also lead to work that is not late itself: a summary that has begun cannot begin later any more.
    """
    rows = summary_rows(facts, node, limit) if limit.cause == "summary" else [limit.row]
    if limit.cause not in ("link", "summary"):
        return False
    return any(is_too_late(facts, int(facts.net.links["successor"][row])) for row in rows)


def is_too_late(facts: Facts, node: int) -> bool:
    """Whether a task, or open work below a summary, has negative float."""
    total, tasks = facts.schedule.arrays["total_float"], facts.net.tasks
    late = (total != NEVER) & (total < 0) & (tasks["role"] == LEAF) & (tasks["progress"] != FINISHED)
    if facts.get(node, "role") == LEAF:
        return bool(late[node])
    summary = facts.get(node, "summary_of") if facts.get(node, "role") == GATE else node
    return any(gate_above(facts, int(i), summary) for i in np.flatnonzero(late))


def gate_above(facts: Facts, node: int, summary: int) -> bool:
    """Whether the summary's gate is somewhere above a node."""
    gate = facts.get(node, "gate")
    while gate >= 0 and facts.get(gate, "summary_of") != summary:
        gate = facts.get(gate, "gate")
    return gate >= 0


def missed_deadlines(facts: Facts) -> Iterator[Finding]:
    """Tasks and summaries that finish after their deadline."""
    tasks, finish = facts.net.tasks, facts.schedule.arrays["finish"]
    missed = (tasks["deadline"] != NEVER) & (finish != NEVER) & (finish > tasks["deadline"])
    for at in np.flatnonzero(missed):
        node = int(at)
        deadline, end = facts.finish(node, facts.get(node, "deadline")), facts.finish(node, int(finish[node]))
        if end.instant > deadline.instant:
            text = message("deadline_missed", task=facts.name(node), finish=end, deadline=deadline)
            yield finding("deadline_missed", text, facts.task(node).id)


def overridden(facts: Facts) -> Iterator[Finding]:
    """Constraints that put a task before what its links allow."""
    net, drivers = facts.net, facts.drivers
    cause = facts.schedule.arrays["cause"]
    broken = (drivers.slack != NEVER) & (drivers.slack < 0)
    for at in np.flatnonzero(broken & (cause[net.links["successor"]] == BY_CONSTRAINT)):
        node = int(net.links["successor"][at])
        task = facts.task(node)
        text = message(
            "constraint_overridden",
            task=facts.name(node),
            start=facts.start(node, facts.shown(node, "start")),
            reason=facts.link_message(int(at)),
            constraint=constraint_message(facts, node, task.constraint),
        )
        yield finding("constraint_overridden", text, task.id)


def out_of_sequence(facts: Facts) -> Iterator[Finding]:
    """Work that began, or ended, before the links into it allowed."""
    net = facts.net
    predecessor, successor = net.links["predecessor"], net.links["successor"]
    tasks = net.tasks
    begun = (tasks["progress"][successor] != NOT_STARTED) & (tasks["role"][successor] == LEAF)
    for at in np.flatnonzero(begun & (tasks["role"][predecessor] == LEAF)):
        row = int(at)
        if is_out_of_sequence(facts, row):
            p, s = int(predecessor[row]), int(successor[row])
            text = message("out_of_sequence", task=facts.name(s), reason=facts.link_message(row))
            yield finding("out_of_sequence", text, facts.task(s).id, facts.task(p).id)


def is_out_of_sequence(facts: Facts, row: int) -> bool:
    """Whether the actual dates at the ends of a link contradict it."""
    link = facts.net.links[row]
    p, s, kind = int(link["predecessor"]), int(link["successor"]), int(link["kind"])
    from_start, to_start = kind in (SS, SF), kind in (FS, SS)
    if not to_start and facts.get(s, "progress") != FINISHED:
        return False
    done = facts.get(p, "progress")
    if done == NOT_STARTED or (not from_start and done != FINISHED):
        return True
    actual = facts.get(p, "actual_start" if from_start else "actual_finish")
    wt = facts.schedule.compiled.calendars.working_time
    allowed = int(add_work(wt, link["calendar"], actual, int(link["lag"])))
    has = facts.get(s, "actual_start" if to_start else "actual_finish")
    if kind in (FS, SF, SS, FF) and allowed > has:
        return bool(facts.work(s, has, allowed) > 0)
    return False


def actuals_ahead(facts: Facts) -> Iterator[Finding]:
    """Actual dates after the data date: nobody can know them yet."""
    data_date = facts.schedule.compiled.plan.project.data_date
    if data_date is None:
        return
    tasks = facts.net.tasks
    ahead = (tasks["actual_start"] > data_date) | (tasks["actual_finish"] > data_date)
    for at in np.flatnonzero(ahead & (tasks["role"] == LEAF)):
        node = int(at)
        text = message("actual_after_data_date", task=facts.name(node), data_date=facts.data_date())
        yield finding("actual_after_data_date", text, facts.task(node).id)


def open_ends(facts: Facts) -> Iterator[Finding]:
    """Tasks without predecessors, tasks without successors; one of each is as it should be."""
    tasks = facts.net.tasks
    n = len(facts.schedule.compiled.task_ids)
    candidate = (tasks["role"] == LEAF) & (tasks["progress"] != FINISHED)
    held, awaited = behind_gates(facts)
    starts = candidate & (tasks["predecessors"] == tasks["predecessors_end"]) & ~held
    ends = candidate & (tasks["successors"] == tasks["successors_end"]) & ~awaited
    for code, mask in (("open_starts", starts[:n]), ("open_ends", ends[:n])):
        nodes = [int(node) for node in np.flatnonzero(mask)]
        if len(nodes) > 1:
            text = message(code, count=len(nodes), tasks=named_tasks(facts, nodes))
            yield finding(code, text, *(facts.task(node).id for node in nodes))


def behind_gates(facts: Facts) -> tuple[np.ndarray[tuple[int], np.dtype[np.bool_]], ...]:
    """Nodes below a summary that waits for something, and nodes below one that something waits for."""
    tasks = facts.net.tasks
    held, awaited = np.zeros(tasks.size, np.bool_), np.zeros(tasks.size, np.bool_)
    gates = {int(gate) for gate in tasks["gate"] if gate >= 0}
    for gate in sorted(gates):
        chain, above = [gate], int(tasks["gate"][gate])
        while above >= 0:
            chain.append(above)
            above = int(tasks["gate"][above])
        inside = tasks["gate"] == gate
        held |= inside & any(tasks["predecessors"][g] < tasks["predecessors_end"][g] for g in chain)
        summaries = [int(tasks["summary_of"][g]) for g in chain]
        awaited |= inside & any(tasks["successors"][i] < tasks["successors_end"][i] for i in summaries)
    return held, awaited


def named_tasks(facts: Facts, nodes: list[int]) -> tuple[TaskName | Message, ...]:
    """The first few tasks by name, the rest by number."""
    named: list[TaskName | Message] = [facts.name(node) for node in nodes[:MOST_NAMED]]
    if len(nodes) > MOST_NAMED:
        named.append(message("tasks.more", count=len(nodes) - MOST_NAMED))
    return tuple(named)


def left_behind(facts: Facts) -> Iterator[Finding]:
    """Work planned before the data date that has not begun: the plan was not brought up to date."""
    data_date = facts.schedule.compiled.plan.project.data_date
    if data_date is None or facts.is_p6:
        return
    tasks, start = facts.net.tasks, facts.schedule.arrays["start"]
    behind = (tasks["role"] == LEAF) & (tasks["progress"] == NOT_STARTED) & (start != NEVER) & (start < data_date)
    nodes = [int(node) for node in np.flatnonzero(behind)]
    if nodes:
        named, date = named_tasks(facts, nodes), facts.data_date()
        text = message("behind_data_date", count=len(nodes), tasks=named, data_date=date)
        yield finding("behind_data_date", text, *(facts.task(node).id for node in nodes))
