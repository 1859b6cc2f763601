"""From a plan to a network: columns, gates of summaries, order, calendars."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

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
from headway.core.schedule.gates import Gates, gates_of, members_of, own_logic
from headway.core.schedule.network import Codes, Indices, Ints, Mask, Network, Order, Records, Settings
from headway.core.schedule.order import deepest_first, group, one_loop, topological
from headway.core.schedule.pieces import Piece, pieces_of, shared_calendars, split_span
from headway.core.time import NEVER

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

PROGRESS_RULES = {
    ProgressRule.RETAINED_LOGIC: net.RETAINED_LOGIC,
    ProgressRule.PROGRESS_OVERRIDE: net.PROGRESS_OVERRIDE,
    ProgressRule.ACTUAL_DATES: net.ACTUAL_DATES,
}
FLOAT_KINDS = {
    FloatKind.START: net.FLOAT_START,
    FloatKind.FINISH: net.FLOAT_FINISH,
    FloatKind.SMALLEST: net.FLOAT_SMALLEST,
}
MOST_LOOPS = 1_000
"""Loops named one by one; a plan with more is past naming, the rest of its loop links are dropped together."""


def compile_plan(plan: Plan) -> Compiled:
    """Read a plan into arrays.

    Links without two ends, loops and links from a summary to its own child are left out and reported as warnings; the
    rest of the plan still gets its dates.
    """
    tasks = list(plan.tasks.values())
    index = {t.id: i for i, t in enumerate(tasks)}
    calendars = compile_calendars(plan.calendars, wanted_calendars(plan))
    calendars = calendars.with_intersections(shared_calendars(plan, calendars))
    columns = task_columns(plan, tasks, index, calendars)
    warnings: list[Warning] = []
    links = usable_links(plan, index, columns.parent, warnings)
    default = calendars.at(plan.project.calendar)
    link_cols = link_columns(plan, links, index, columns.calendar, default)
    settings = settings_of(plan, (columns.actual_start, columns.given_start, columns.constraint_date), default)
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


def settings_of(plan: Plan, instants: Sequence[Ints], default: int) -> Settings:
    """Scalars for the kernels; without a start of its own a plan starts at the earliest of its tasks' ``instants``."""
    project = plan.project
    p6 = project.p6
    start = project.start
    if start is None:
        given = np.concatenate(instants)
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


def assemble(
    plan: Plan,
    tasks: Sequence[Task],
    columns: TaskColumns,
    links: LinkColumns,
    calendars: CompiledCalendars,
    warnings: list[Warning],
) -> tuple[Network, Order, list[int]]:
    """Put the columns together; returns the network and the rows of ``links`` that it kept, in its order."""
    deepest = deepest_first(columns.parent)
    logic = own_logic(columns.constraint_date, columns.deadline, columns.marks)
    logic[links.predecessor] = True
    logic[links.successor] = True
    gates = gates_of((columns.role == net.SUMMARY) & logic, columns.parent, deepest)
    n, m = len(tasks), len(tasks) + gates.count
    target = gates.entered_by(links.successor)
    kept, order = acyclic(tasks, columns, links, target, gates, warnings)
    kept = kept[np.argsort(target[kept], kind="stable")]
    predecessor, successor = links.predecessor[kept], target[kept]
    predecessor_ptr, _ = group(successor, m)
    successor_ptr, outgoing = group(predecessor, m)
    role = gates.roles(columns.role)
    member_ptr, member = members_of(role, gates)
    work_ptr, pieces = work_of(plan, tasks, columns, calendars, assignments_by_task(plan.assignments.values()))
    records = node_records(n, gates)
    put_columns(records, slice(n), columns)
    records["role"][:n] = role
    point(records, "predecessors", predecessor_ptr)
    point(records, "successors", successor_ptr)
    point(records, "members", member_ptr)
    point(records[:n], "pieces", work_ptr)
    rows = (records, link_records(links, kept, successor), piece_records(pieces))
    network = Network(rows[0].view(np.recarray), rows[1].view(np.recarray), outgoing, rows[2].view(np.recarray))
    return network, Order(order, member, deepest), kept.tolist()


def node_records(n: int, gates: Gates) -> Records:
    """Rows of ``n`` tasks, still empty, and of their gates."""
    records = np.zeros(n + gates.count, net.TASK)
    entrances = records[n:]
    for field in dataclasses.fields(TaskColumns):
        entrances[field.name] = NEVER if net.TASK[field.name] == np.int64 else 0
    entrances["role"] = net.GATE
    entrances["parent"] = -1
    records["gate"] = gates.of
    records["summary_of"] = gates.summary_of
    return records


def put_columns(records: Records, rows: slice | Indices, columns: TaskColumns) -> None:
    """Write ``columns`` into the ``rows`` of ``records``."""
    for field in dataclasses.fields(columns):
        records[field.name][rows] = getattr(columns, field.name)


def point(records: Records, name: str, pointer: Indices) -> None:
    """Let each node know where its entries in a grouped array begin and end."""
    records[name] = pointer[:-1]
    records[name + "_end"] = pointer[1:]


def link_records(links: LinkColumns, kept: Indices, successor: Indices) -> Records:
    """Rows of the kept links, their successor as a node."""
    records = np.empty(kept.size, net.LINK)
    records["successor"] = successor
    for name in ("lag", "predecessor", "calendar", "kind"):
        records[name] = getattr(links, name)[kept]
    return records


def piece_records(pieces: Sequence[Piece]) -> net.Records:
    """Rows of resource-driven work."""
    return np.array([(p.span, p.remaining, p.delay, p.calendar) for p in pieces], net.PIECE)


def acyclic(
    tasks: Sequence[Task],
    columns: TaskColumns,
    links: LinkColumns,
    target: Indices,
    gates: Gates,
    warnings: list[Warning],
) -> tuple[Indices, Indices]:
    """Rows of links that make no loop, and the order of nodes that they allow."""
    m = len(tasks) + gates.count
    gate_source, gate_target = gates.edges()
    kept = np.arange(links.predecessor.size, dtype=np.int32)
    for _ in range(MOST_LOOPS):
        ordering = kept[orders(columns.role, links.predecessor[kept], links.successor[kept])]
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
    ordering = kept[orders(columns.role, links.predecessor[kept], links.successor[kept])]
    source = np.concatenate([links.predecessor[ordering], gate_source])
    return kept, topological(source, np.concatenate([target[ordering], gate_target]), m)


def orders(role: Codes, predecessor: Indices, successor: Indices) -> Mask | slice:
    """Links that put one node before another: activities that only span others wait for all, and hold up none."""
    spanning = (role == net.LEVEL_OF_EFFORT) | (role == net.WBS_SUMMARY) | (role == net.HAMMOCK)
    if not spanning.any():
        return slice(None)
    return spanning[predecessor] == spanning[successor]


def assignments_by_task(assignments: Iterable[Assignment]) -> dict[int, list[Assignment]]:
    by_task: dict[int, list[Assignment]] = {}
    for assignment in assignments:
        by_task.setdefault(assignment.task, []).append(assignment)
    return by_task


def work_of(
    plan: Plan,
    tasks: Sequence[Task],
    columns: TaskColumns,
    calendars: CompiledCalendars,
    by_task: Mapping[int, Sequence[Assignment]],
) -> tuple[Indices, list[Piece]]:
    """Pieces of resource-driven work, grouped by node; the spans of other split tasks are widened by their gaps."""
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
