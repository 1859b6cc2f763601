"""The driving chain of a task, back to what does not move by logic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.message import Message, message
from headway.core.schedule.explain.starts import why_start
from headway.core.schedule.explain.values import Step
from headway.core.schedule.network import BY_SUMMARY, FF, FS, LEAF, NOT_STARTED, SUMMARY

if TYPE_CHECKING:
    from headway.core.schedule.explain.facts import Facts


def driving_chain(facts: Facts, node: int) -> tuple[Step, ...]:
    """Tasks that decide the start of a task, nearest first; the last one says what it starts from."""
    steps: list[Step] = []
    seen: set[int] = set()
    while node >= 0 and node not in seen:
        seen.add(node)
        row, onwards = way_on(facts, node)
        steps.append(step(facts, node, row, onwards))
        node = onwards
    return tuple(steps)


def way_on(facts: Facts, node: int) -> tuple[int, int]:
    """The driving link into a task and the next task of the chain; -1 for none.

    Of several driving links the one whose predecessor is itself not done, then the first in the network's order.
    """
    if facts.get(node, "role") == SUMMARY:
        return -1, deciding_member(facts, node, at_finish=True)
    rows = driving_rows(facts, node)
    if not rows:
        return -1, -1
    row = min(rows, key=lambda r: (facts.get(int(facts.net.links["predecessor"][r]), "progress") != NOT_STARTED, r))
    predecessor, kind = int(facts.net.links["predecessor"][row]), int(facts.net.links["kind"][row])
    if facts.get(predecessor, "role") == SUMMARY:
        member = deciding_member(facts, predecessor, at_finish=kind in (FS, FF))
        return row, member if member >= 0 else predecessor
    return row, predecessor


def driving_rows(facts: Facts, node: int) -> list[int]:
    """Rows that drive a task, through the summaries above it where those decide."""
    if facts.get(node, "role") != LEAF:
        return []
    return facts.drivers.rows(facts.schedule.compiled.task_ids[node])


def deciding_member(facts: Facts, summary: int, *, at_finish: bool) -> int:
    """The leaf that gives a summary its finish or its start."""
    node, column = summary, "early_finish" if at_finish else "early_start"
    order, tasks = facts.schedule.compiled.order, facts.net.tasks
    while facts.get(node, "role") == SUMMARY:
        inside = order.members[int(tasks["members"][node]) : int(tasks["members_end"][node])]
        found = [int(j) for j in inside if facts.weighed(int(j), column) == facts.weighed(node, column)]
        if not found:
            return -1
        node = found[0]
    return node


def step(facts: Facts, node: int, row: int, onwards: int) -> Step:
    """One task of the chain with the link that leads on, or the reason it starts from."""
    start, finish = facts.shown(node, "start"), facts.shown(node, "finish")
    if not facts.has_dates(node):
        reason = why_start(facts, node)
        return Step(facts.name(node), reason.cause, reason.message)
    if row >= 0:
        by_summary = facts.weighed(node, "cause") == BY_SUMMARY
        cause, text = "summary" if by_summary else "link", linked(facts, row, onwards)
    else:
        reason = why_start(facts, node)
        cause, text = reason.cause, reason.message
    return Step(
        task=facts.name(node),
        cause=cause,
        message=text,
        start=facts.start(node, start),
        finish=facts.finish(node, finish),
        link=facts.schedule.compiled.link_ids[row] if row >= 0 else None,
    )


def linked(facts: Facts, row: int, onwards: int) -> Message:
    """How a step hangs on the next one."""
    text = facts.link_message(row)
    predecessor = int(facts.net.links["predecessor"][row])
    if onwards == predecessor:
        return message("chain.link", reason=text)
    return message("chain.summary", reason=text, task=facts.name(onwards))
