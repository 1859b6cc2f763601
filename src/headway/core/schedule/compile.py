"""From a plan to a network: columns, gates of summaries, order, calendars."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from headway.core.calendar.compile import CompiledCalendars, compile_calendars
from headway.core.plan.entities import Assignment, Link, ResourceKind, Task
from headway.core.plan.plan import FloatKind, Plan, ProgressRule, Rules
from headway.core.schedule import network as net
from headway.core.schedule.columns import (
    LinkColumns,
    TaskColumns,
    link_columns,
    task_columns,
)
from headway.core.schedule.compiled import Compiled, Warning
from headway.core.schedule.network import Indices, Network, Order, Settings
from headway.core.schedule.order import deepest_first, group, one_loop, topological
from headway.core.schedule.pieces import Piece, pieces_of, split_span
from headway.core.time import NEVER

PROGRESS_RULES = {
    ProgressRule.RETAINED_LOGIC: net.RETAINED_LOGIC,
    ProgressRule.PROGRESS_OVERRIDE: net.PROGRESS_OVERRIDE,
    ProgressRule.ACTUAL_DATES: net.ACTUAL_DATES,
}
FLOAT_KINDS = {FloatKind.START: net.FLOAT_START, FloatKind.FINISH: net.FLOAT_FINISH, FloatKind.SMALLEST: net.FLOAT_SMALLEST}
MOST_LOOPS = 1_000
"""Loops named one by one; a plan with more is past naming, the rest of its loop links are dropped together."""


def compile_plan(plan: Plan) -> Compiled:
    """Read a plan into arrays.

    Links without two ends, loops and links from a summary to its own child are left out and reported as warnings; the rest
    of the plan still gets its dates.
    """
    tasks = list(plan.tasks.values())
    index = {t.id: i for i, t in enumerate(tasks)}
    calendars = compile_calendars(plan.calendars, wanted_calendars(plan))
    columns = task_columns(plan, tasks, index, calendars)
    warnings: list[Warning] = []
    links = usable_links(plan, index, columns.parent, warnings)
    default = calendars.at(plan.project.calendar)
    link_cols = link_columns(plan, links, index, columns, default)
    settings = settings_of(plan, tasks, columns, default)
    network, order, kept = assemble(plan, tasks, columns, link_cols, calendars, warnings)
    return Compiled(
        plan=plan,
        rules=plan.project.rules,
        settings=settings,
        network=network,
        order=order,
        calendars=calendars,
        task_ids=tuple(t.id for t in tasks),
        index=index,
        link_ids=tuple(link_cols.ids[e] for e in kept),
        warnings=tuple(warnings),
    )


def wanted_calendars(plan: Plan) -> set[int]:
    """Calendars that can move a date."""
    wanted = {t.calendar for t in plan.tasks.values() if t.calendar is not None}
    wanted |= {r.calendar for r in plan.resources.values() if r.calendar is not None and r.kind is ResourceKind.WORK}
    if plan.project.calendar is not None:
        wanted.add(plan.project.calendar)
    return wanted & plan.calendars.keys()


def settings_of(plan: Plan, tasks: Sequence[Task], columns: TaskColumns, default: int) -> Settings:
    """Scalars for the kernels; a plan without a start starts at its earliest given date."""
    project = plan.project
    p6 = project.p6
    start = project.start
    if start is None:
        given = np.concatenate([columns.actual_start, columns.given_start, columns.constraint_date])
        given = given[given != NEVER]
        start = int(given.min()) if given.size else 0
    data_date = NEVER if project.data_date is None else project.data_date
    if project.rules is Rules.P6:
        data_date = start if data_date == NEVER else data_date
        start = max(start, data_date)
    return Settings(
        start=start,
        finish=NEVER if not project.from_finish or project.finish is None else project.finish,
        data_date=data_date,
        must_finish_by=NEVER if project.must_finish_by is None else project.must_finish_by,
        honour_constraints=int(project.honour_constraints),
        from_finish=int(project.from_finish and project.finish is not None),
        progress_rule=net.RETAINED_LOGIC if p6 is None else PROGRESS_RULES[p6.progress_rule],
        float_kind=net.FLOAT_FINISH if p6 is None else FLOAT_KINDS[p6.float_kind],
        open_ends_critical=int(p6 is not None and p6.open_ends_critical),
        use_expected_finish=int(p6 is None or p6.use_expected_finish),
        lag_from_early_start=int(p6 is None or p6.ss_lag_from_early_start),
        not_before_data_date=int(project.move_unfinished_after_data_date and project.data_date is not None),
        critical_float=project.critical_float,
        project_calendar=default,
    )


def usable_links(plan: Plan, index: dict[int, int], parent: Indices, warnings: list[Warning]) -> list[Link]:
    """Links that join two tasks of the plan, neither of them an ancestor of the other."""
    links = []
    summaries = set(parent[parent >= 0].tolist())
    for link in plan.links.values():
        p, s = index.get(link.predecessor, -1), index.get(link.successor, -1)
        if p < 0 or s < 0:
            warnings.append(Warning("link_without_end", params=(("link", link.id),)))
        elif p == s or (p in summaries and is_below(parent, s, p)) or (s in summaries and is_below(parent, p, s)):
            warnings.append(Warning("link_inside_summary", link.successor, (link.predecessor, link.successor)))
        else:
            links.append(link)
    return links


def is_below(parent: Indices, i: int, ancestor: int) -> bool:
    i = int(parent[i])
    while i >= 0:
        if i == ancestor:
            return True
        i = int(parent[i])
    return False


@dataclass(frozen=True, slots=True)
class Gates:
    """Summaries with logic of their own, and who stands behind which gate."""

    count: int
    of: Indices
    """m: nearest gate above each node."""
    summary_of: Indices
    entrance: Indices
    """n: gate of a summary or -1."""


def gates_of(columns: TaskColumns, links: LinkColumns) -> Gates:
    """A summary gets a gate when a link, constraint or deadline stands on it."""
    n = columns.parent.size
    summary = columns.role == net.SUMMARY
    logic = np.zeros(n, np.bool_)
    logic[links.predecessor] = True
    logic[links.successor] = True
    logic |= (columns.constraint_date != NEVER) | (columns.deadline != NEVER)
    logic |= (columns.marks & net.MANUAL) != 0
    gated = np.flatnonzero(summary & logic)
    entrance = np.full(n, -1, np.int32)
    entrance[gated] = n + np.arange(gated.size)
    nearest = np.full(n + gated.size, -1, np.int32)
    if gated.size:
        for i in deepest_first(columns.parent)[::-1]:
            p = columns.parent[i]
            if p >= 0:
                nearest[i] = entrance[p] if entrance[p] >= 0 else nearest[p]
        nearest[n:] = nearest[gated]
    summary_of = np.full(n + gated.size, -1, np.int32)
    summary_of[n:] = gated
    return Gates(int(gated.size), nearest, summary_of, entrance)


def assemble(
    plan: Plan,
    tasks: Sequence[Task],
    columns: TaskColumns,
    links: LinkColumns,
    calendars: CompiledCalendars,
    warnings: list[Warning],
) -> tuple[Network, Order, list[int]]:
    """Put the columns together; returns the network and the rows of ``links`` that it kept, in its order."""
    gates = gates_of(columns, links)
    n, m = len(tasks), len(tasks) + gates.count
    target = links.successor.copy()
    into_gate = gates.entrance[target]
    target = np.where(into_gate >= 0, into_gate, target).astype(np.int32)
    kept, order = acyclic(tasks, columns, links, target, gates, warnings)
    kept = kept[np.argsort(target[kept], kind="stable")]
    predecessor, successor = links.predecessor[kept], target[kept]
    predecessor_ptr, _ = group(successor, m)
    successor_ptr, outgoing = group(predecessor, m)
    role = columns.role.copy()
    ungated = (role == net.SUMMARY) & (gates.entrance < 0)
    role[ungated] = net.ASIDE
    member_ptr, member = members_of(role, gates, n, m)
    work_ptr, pieces = work_of(plan, tasks, columns, calendars)
    records = np.zeros(m, net.TASK)
    for field in dataclasses.fields(columns):
        records[field.name][:n] = getattr(columns, field.name)
        records[field.name][n:] = NEVER if net.TASK[field.name] == np.int64 else 0
    records["role"][:n] = role
    records["role"][n:] = net.GATE
    records["parent"][n:] = -1
    records["gate"] = gates.of
    records["summary_of"] = gates.summary_of
    for name, pointer in (
        ("predecessors", predecessor_ptr),
        ("successors", successor_ptr),
        ("members", member_ptr),
    ):
        records[name] = pointer[:-1]
        records[name + "_end"] = pointer[1:]
    records["pieces"][:n] = work_ptr[:-1]
    records["pieces_end"][:n] = work_ptr[1:]
    rows = (records, link_records(links, kept, successor), piece_records(pieces))
    network = Network(rows[0].view(np.recarray), rows[1].view(np.recarray), outgoing, rows[2].view(np.recarray))
    return network, Order(order, member, deepest_first(columns.parent)), kept.tolist()


def link_records(links: LinkColumns, kept: Indices, successor: Indices) -> net.Records:
    """Rows of the kept links, their successor as a node."""
    records = np.empty(kept.size, net.LINK)
    records["lag"] = links.lag[kept]
    records["predecessor"] = links.predecessor[kept]
    records["successor"] = successor
    records["calendar"] = links.calendar[kept]
    records["kind"] = links.kind[kept]
    return records


def piece_records(pieces: Sequence[Piece]) -> net.Records:
    """Rows of resource-driven work."""
    return np.array([(p.span, p.remaining, p.delay, p.calendar) for p in pieces], net.PIECE)


def members_of(role: net.Codes, gates: Gates, n: int, m: int) -> tuple[Indices, Indices]:
    """For each gated summary its members: leaves and gated summaries with no other gate between."""
    inside = np.flatnonzero((gates.of[:n] >= 0) & ((role == net.LEAF) | (role == net.SUMMARY))).astype(np.int32)
    owner = gates.summary_of[gates.of[inside]]
    pointer, rows = group(owner, m)
    return pointer, inside[rows]


def acyclic(
    tasks: Sequence[Task],
    columns: TaskColumns,
    links: LinkColumns,
    target: Indices,
    gates: Gates,
    warnings: list[Warning],
) -> tuple[Indices, Indices]:
    """Rows of links that make no loop, and the order of nodes that they allow."""
    n, m = len(tasks), len(tasks) + gates.count
    inside = np.flatnonzero(gates.of >= 0).astype(np.int32)
    owner = gates.of[inside]
    outward = inside[inside < n]
    gate_source = np.concatenate([owner, outward])
    gate_target = np.concatenate([inside, gates.summary_of[gates.of[outward]]])
    own_gate = np.flatnonzero(gates.entrance >= 0).astype(np.int32)
    gate_source = np.concatenate([gate_source, gates.entrance[own_gate]]).astype(np.int32)
    gate_target = np.concatenate([gate_target, own_gate]).astype(np.int32)
    kept = np.arange(links.predecessor.size, dtype=np.int32)
    for _ in range(MOST_LOOPS):
        ordering = orders(columns, links, kept)
        source = np.concatenate([links.predecessor[ordering], gate_source])
        sink = np.concatenate([target[ordering], gate_target])
        order = topological(source, sink, m)
        if order.size == m:
            return kept, order
        loop = one_loop(source, sink, m, order)
        in_loop = ordering[loop[loop < ordering.size]]
        ids = tuple(tasks[int(links.predecessor[e])].id for e in in_loop)
        warnings.append(Warning("loop", ids[0], ids, (("link", links.ids[int(in_loop[-1])]),)))
        kept = kept[kept != in_loop[-1]]
    left = np.ones(m, np.bool_)
    left[order] = False
    keep = ~(left[links.predecessor[kept]] & left[target[kept]])
    warnings.append(Warning("too_many_loops", params=(("links", int((~keep).sum())),)))
    kept = kept[keep]
    ordering = orders(columns, links, kept)
    source = np.concatenate([links.predecessor[ordering], gate_source])
    return kept, topological(source, np.concatenate([target[ordering], gate_target]), m)


def orders(columns: TaskColumns, links: LinkColumns, kept: Indices) -> Indices:
    """Links that put one node before another: activities that only span others wait for all, and hold up none."""
    spanning = np.isin(columns.role, (net.LEVEL_OF_EFFORT, net.WBS_SUMMARY, net.HAMMOCK))
    if not spanning.any():
        return kept
    return kept[spanning[links.predecessor[kept]] == spanning[links.successor[kept]]]


def work_of(
    plan: Plan, tasks: Sequence[Task], columns: TaskColumns, calendars: CompiledCalendars
) -> tuple[Indices, list[Piece]]:
    """Pieces of resource-driven work, grouped by node; the spans of other split tasks are widened by their gaps."""
    by_task: dict[int, list[Assignment]] = {}
    for assignment in plan.assignments.values():
        by_task.setdefault(assignment.task, []).append(assignment)
    pieces: list[Piece] = []
    ends = [0]
    for i, task in enumerate(tasks):
        mine = by_task.get(task.id)
        if mine and columns.role[i] == net.LEAF:
            pieces.extend(pieces_of(plan, task, mine, calendars, int(columns.calendar[i])))
        if task.parts and len(pieces) == ends[-1]:
            widen_split(columns, i, split_span(task, int(columns.calendar[i]), calendars))
        ends.append(len(pieces))
    return np.array(ends, np.int32), pieces


def widen_split(columns: TaskColumns, i: int, span: int) -> None:
    if columns.progress[i] == net.NOT_STARTED:
        columns.remaining[i] = span
    columns.span[i] = max(span, int(columns.span[i]))
