"""What limits the late dates of a task, and why it has the float it has."""

from __future__ import annotations

from typing import NamedTuple

from headway.core.message import Message, Moment, message
from headway.core.schedule import msproject, p6
from headway.core.schedule.explain.facts import Facts, node_index, present
from headway.core.schedule.explain.probe import FAR
from headway.core.schedule.explain.starts import constraint_message, joined
from headway.core.schedule.explain.values import Reason
from headway.core.schedule.network import ASIDE, FINISHED, GATE, LEAF, NOT_STARTED, SS
from headway.core.schedule.primitives import work_has_ended

MOST_LIMITS = 3


class Limit(NamedTuple):
    """Something that a task must not outrun: the latest finish it leaves."""

    cause: str
    finish: int
    row: int = -1


def limits_of(facts: Facts, node: int) -> list[Limit]:
    """All that limits the latest finish of an unfinished leaf."""
    found = [Limit("link", late_by(facts, row), row) for row in outgoing(facts, node)]
    found.extend(dates_of(facts, node))
    settings, gate = facts.passes.settings, facts.get(node, "gate")
    if not facts.is_p6 and gate >= 0:
        bound = facts.weighed(facts.get(gate, "summary_of"), "bound_finish")
        if present(bound) and bound != facts.passes.finish:
            found.append(Limit("summary", bound))
    if facts.is_p6 and present(settings.must_finish_by):
        found.append(Limit("must_finish_by", settings.must_finish_by))
    found.append(Limit("project_finish", facts.passes.finish))
    if facts.is_p6 and settings.open_ends_critical and not outgoing(facts, node):
        found.append(Limit("open_end", facts.weighed(node, "early_finish")))
    return found


def dates_of(facts: Facts, node: int) -> list[Limit]:
    """Limits that stand on the task itself: deadline, constraints, a date from another project."""
    wt, i = facts.schedule.compiled.calendars.working_time, node_index(node)
    free = facts.passes.finish + FAR
    task = facts.net.tasks[node]
    found = []
    if facts.is_p6:
        for cause, kind, date in (
            ("constraint", task["constraint"], task["constraint_date"]),
            ("secondary_constraint", task["second"], task["second_date"]),
        ):
            bound = int(p6.constrained_finish(facts.net, wt, i, kind, date, free))
            if bound != free:
                found.append(Limit(cause, bound))
        if present(facts.get(node, "external_late_finish")):
            found.append(Limit("external", facts.get(node, "external_late_finish")))
        return found
    if present(facts.get(node, "deadline")):
        found.append(Limit("deadline", facts.get(node, "deadline")))
    bound = int(msproject.constrained_finish(facts.net, wt, i, free))
    if bound != free and bound != facts.get(node, "deadline"):
        found.append(Limit("constraint", bound))
    return found


def outgoing(facts: Facts, node: int) -> list[int]:
    """Rows of the links out of a task that the backward pass looks at."""
    net, task = facts.net, facts.net.tasks[node]
    rows = [int(row) for row in net.outgoing[int(task["successors"]) : int(task["successors_end"])]]
    if facts.is_p6:
        return [row for row in rows if not p6.is_ignored(net, facts.passes.settings, row)]
    dates = facts.passes.weighed
    nodes = [int(net.links["successor"][row]) for row in rows]
    return [
        row
        for row, s in zip(rows, nodes, strict=True)
        if facts.get(s, "progress") != FINISHED
        and facts.get(s, "role") != ASIDE
        and present(int(dates["late_finish"][s]))
    ]


def late_by(facts: Facts, row: int) -> int:
    """Latest finish of the predecessor that a link leaves."""
    wt, dates, finish = facts.schedule.compiled.calendars.working_time, facts.passes.weighed, facts.passes.finish
    if facts.is_p6:
        return int(p6.link_late_finish(facts.net, wt, facts.passes.settings, dates, row))
    return int(msproject.link_late_finish(facts.net, wt, dates, row, finish))


def deciding(facts: Facts, node: int) -> list[Limit]:
    """The limits that the late finish comes from: dates on the task first, then links, then the project's finish."""
    late = facts.weighed(node, "late_finish")
    wt, i = facts.schedule.compiled.calendars.working_time, node_index(node)
    limits = limits_of(facts, node)
    exact = [x for x in limits if x.finish == late or int(work_has_ended(facts.net, wt, i, x.finish)) == late]
    own = [x for x in exact if x.cause not in ("link", "project_finish", "must_finish_by")]
    links = [x for x in exact if x.cause == "link"]
    last = [x for x in exact if x.cause in ("must_finish_by", "project_finish")]
    return own[:1] or links or last[:1]


def why_late(facts: Facts, node: int) -> Reason:
    """What limits the late dates of a task."""
    if facts.get(node, "progress") == FINISHED:
        return Reason("actual", message("late.done"))
    late = facts.shown(node, "late_finish")
    if not present(late):
        return Reason("none", message("late.none"))
    moment = facts.finish(node, late)
    if facts.get(node, "role") != LEAF:
        return Reason("rolled_up", message("late.rolled_up", late=moment))
    limits = deciding(facts, node)
    if not limits:
        return Reason("calendar", message("late.unnamed", late=moment))
    rows = [x.row for x in limits if x.cause == "link"]
    text = message("late.limited", late=moment, limit=limit_message(facts, node, limits))
    return Reason(limits[0].cause, text, tuple(facts.link(row) for row in rows))


def limit_message(facts: Facts, node: int, limits: list[Limit]) -> Message:
    """What the limits are called."""
    named = [one_limit(facts, node, limit) for limit in limits[:MOST_LIMITS]]
    if len(limits) > MOST_LIMITS:
        named.append(message("limit.more", count=len(limits) - MOST_LIMITS))
    return joined(named)


def summary_rows(facts: Facts, node: int, limit: Limit) -> list[int]:
    """Links out of the summaries above that give them the limit; empty when a date on a summary does."""
    gate = facts.get(node, "gate")
    while gate >= 0:
        above = facts.get(gate, "summary_of")
        rows = [row for row in outgoing(facts, above) if late_by(facts, row) == limit.finish]
        if rows:
            return rows
        gate = facts.get(gate, "gate")
    return []


def one_limit(facts: Facts, node: int, limit: Limit) -> Message:
    if limit.cause == "link":
        return successor_message(facts, limit.row)
    if limit.cause in ("constraint", "secondary_constraint"):
        task = facts.task(node)
        constraint = task.constraint if limit.cause == "constraint" else task.secondary_constraint
        return message("limit.constraint", constraint=constraint_message(facts, node, constraint))
    if limit.cause == "summary":
        rows = summary_rows(facts, node, limit)
        if rows:
            return joined([successor_message(facts, row) for row in rows[:MOST_LIMITS]])
    return message(f"limit.{limit.cause}", date=facts.finish(node, limit.finish))


def successor_message(facts: Facts, row: int) -> Message:
    """``'Build', which must start by Thu 14 Mar``."""
    successor, kind = int(facts.net.links["successor"][row]), int(facts.net.links["kind"][row])
    name, at_gate = facts.name(successor), facts.get(successor, "role") == GATE
    if kind > SS:
        late = facts.weighed(successor, "late_finish")
        if present(late):
            return message("limit.finishes_by", task=name, date=facts.done_by(successor, late))
    late = facts.weighed(successor, "limit_start" if at_gate else "late_start")
    if facts.get(successor, "progress") != NOT_STARTED or not present(late):
        return message("limit.follows", task=name)
    if at_gate and has_begun(facts, facts.get(successor, "summary_of")):
        return message("limit.goes_on", task=name, date=facts.start(successor, late))
    return message("limit.starts_by", task=name, date=start_by(facts, successor, late))


def has_begun(facts: Facts, summary: int) -> bool:
    """Whether work below a summary has begun."""
    members = facts.schedule.compiled.order.members
    return bool(msproject.has_started(facts.net, members, node_index(summary)))


def start_by(facts: Facts, node: int, late: int) -> Moment:
    """A late start; of a milestone at the end of a day's work, that end."""
    early = facts.weighed(node, "early_start")
    at_end = facts.get(node, "role") == LEAF and facts.done_by(node, early).instant == early
    return facts.done_by(node, late) if at_end else facts.start(node, late)


def why_float(facts: Facts, node: int) -> Reason:
    """Why a task has the float it has."""
    total = facts.shown(node, "total_float")
    if facts.get(node, "progress") == FINISHED:
        return Reason("actual", message("float.done"))
    if not present(total):
        return Reason("none", message("float.none"))
    if facts.get(node, "role") != LEAF:
        return Reason("span", message("float.span", amount=facts.length(node, total)))
    limits = deciding(facts, node)
    limit = limit_message(facts, node, limits) if limits else message("limit.calendar")
    if total < 0:
        text = message("float.negative", amount=facts.length(node, -total), limit=limit)
        return Reason("negative", text)
    if total == 0:
        return Reason("zero", message("float.zero", limit=limit))
    return Reason("positive", message("float.positive", amount=facts.length(node, total), limit=limit))
