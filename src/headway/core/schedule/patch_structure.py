"""Gates, order and the place of links after tasks or links came, went or moved.

What is linear and cheap on arrays (grouping links, gates, members) is done over; the order of nodes is kept, and only
the stretch between the first and the last edge that points backwards in it is sorted again.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from headway.core.schedule import network as net
from headway.core.schedule.columns import link_columns
from headway.core.schedule.compile import link_records, node_records, orders, point
from headway.core.schedule.gates import Gates, gates_of, joins_relatives, members_of, own_logic
from headway.core.schedule.network import Network, Order
from headway.core.schedule.order import deepest_first, group, topological
from headway.core.schedule.patch_rows import plain, raw, row_of

if TYPE_CHECKING:
    from headway.core.plan.entities import Link
    from headway.core.schedule.network import Codes, Indices, Records
    from headway.core.schedule.patch_rows import Draft

FEW = 100
"""Up to so many stretches of ids are copied one by one, which costs less than to copy id by id."""


class Linked(NamedTuple):
    """The links of the plan: those that stay in their old order, the new ones behind them."""

    records: Records
    """``LINK`` as raw bytes, their ends in the old numbering."""
    origin: Indices
    """Old row of each; new links count on from the last one."""
    predecessor: Indices
    """Tasks at both ends."""
    successor: Indices
    added: int


def restructured(draft: Draft) -> tuple[Network, Order, tuple[int, ...]] | None:
    """Network, order and ids of links of a draft; ``None`` where links form a loop or join a task to its ancestor."""
    links = linked(draft)
    if links is None or not joins_well(draft, links):
        return None
    deepest = deepest_first(draft.rows["parent"].copy()) if draft.moved else draft.compiled.order.deepest_first
    if deepest.size < len(draft.task_ids):
        return None
    kept = keeps_gates(draft)
    gates = old_gates(draft) if kept else new_gates(draft, links, deepest)
    nodes = sorted_nodes(draft, gates, links, kept)
    if nodes is None:
        return None
    tasks, members = draft.tasks, draft.compiled.order.members
    if not kept:
        tasks = nodes_of(draft, gates)
        tasks["role"][: draft.summary.size] = role = gates.roles(own_roles(draft))
        pointer, members = members_of(role, gates)
        point(tasks, "members", pointer)
    records, predecessor, successor, ids = in_rows(draft, links, gates)
    point(tasks, "predecessors", group(successor, tasks.size)[0])
    pointer, outgoing = group(predecessor, tasks.size)
    point(tasks, "successors", pointer)
    network = Network(tasks.view(np.recarray), records.view(np.recarray), outgoing, draft.pieces.view(np.recarray))
    return network, Order(nodes, members, deepest), ids


def linked(draft: Draft) -> Linked | None:
    """The plan's links with the tasks at their ends; ``None`` when an end is missing."""
    compiled, edits, n = draft.compiled, draft.edits, draft.place.size
    records, origin = raw(draft.links), np.arange(draft.links.size + len(edits.links_added), dtype=np.int32)
    predecessor, successor = draft.links["predecessor"].copy(), draft.links["successor"].copy()
    if compiled.network.tasks.size > n:
        summary_of = plain(compiled.network.tasks)["summary_of"]
        successor = np.where(successor < n, successor, summary_of[successor])
    if edits.removed:
        predecessor, successor = draft.place[predecessor], draft.place[successor]
    if edits.links_removed:
        gone = [row_of(compiled, number) for number in edits.links_removed]
        records, predecessor, successor = (np.delete(part, gone) for part in (records, predecessor, successor))
        origin = np.delete(origin, gone)
    if edits.removed and min(predecessor.min(initial=0), successor.min(initial=0)) < 0:
        return None
    if not edits.links_added:
        return Linked(records, origin, predecessor, successor, 0)
    added = added_links(draft)
    if added is None:
        return None
    records = np.concatenate([records, raw(added)])
    predecessor = np.concatenate([predecessor, added["predecessor"]])
    return Linked(records, origin, predecessor, np.concatenate([successor, added["successor"]]), added.size)


def added_links(draft: Draft) -> Records | None:
    """Rows of new links; ``None`` when a compiler would leave one of them out."""
    plan = draft.plan
    added: list[Link] = [plan.links[number] for number in draft.edits.links_added]
    for link in added:
        if link.predecessor not in plan.tasks or link.successor not in plan.tasks or link.predecessor == link.successor:
            return None
    default = draft.compiled.calendars.at(plan.project.calendar)
    columns = link_columns(plan, added, draft.index, draft.rows["calendar"], default)
    return link_records(columns, np.arange(len(added), dtype=np.int32), columns.successor)


def joins_well(draft: Draft, links: Linked) -> bool:
    """Whether no link joins a task to a summary above it; without moves only new links can."""
    first = 0 if draft.moved else links.successor.size - links.added
    parent = draft.rows["parent"].copy()
    return not joins_relatives(parent, draft.summary, links.predecessor[first:], links.successor[first:])


def keeps_gates(draft: Draft) -> bool:
    """Whether only links between tasks that are not summaries came or went."""
    if draft.structural:
        return False
    before, after = draft.compiled.plan.links, draft.plan.links
    changed = [before[number] for number in draft.edits.links_removed]
    changed += [after[number] for number in draft.edits.links_added]
    ends = {draft.index[end] for link in changed for end in (link.predecessor, link.successor)}
    return not draft.summary[list(ends)].any()


def old_gates(draft: Draft) -> Gates:
    """The gates of the compiled network."""
    n = draft.place.size
    above, summary_of = draft.tasks["gate"], draft.tasks["summary_of"]
    entrance = np.full(n, -1, np.int32)
    entrance[summary_of[n:]] = np.arange(n, summary_of.size)
    return Gates(summary_of.size - n, above, summary_of, entrance)


def new_gates(draft: Draft, links: Linked, deepest: Indices) -> Gates:
    """Gates as links, constraints, deadlines and typed dates of summaries ask for them now."""
    rows, gated = draft.rows, np.zeros(draft.summary.size, np.bool_)
    gated[links.predecessor] = True
    gated[links.successor] = True
    gated &= draft.summary
    other = np.flatnonzero(draft.summary & ~gated)
    gated[other] = own_logic(rows["constraint_date"][other], rows["deadline"][other], rows["marks"][other])
    return gates_of(gated, rows["parent"].copy(), deepest)


def own_roles(draft: Draft) -> Codes:
    """Roles of the tasks, every summary a summary, with a gate or without."""
    role = draft.rows["role"].copy()
    role[draft.summary] = net.SUMMARY
    return role


def nodes_of(draft: Draft, gates: Gates) -> Records:
    """Rows of tasks and gates, with the gates above them."""
    n = len(draft.task_ids)
    if draft.tasks.size != n + gates.count:
        tasks = node_records(n, gates)
        raw(tasks)[:n] = raw(draft.rows)
    else:
        tasks = draft.tasks
    tasks["gate"] = gates.of
    tasks["summary_of"] = gates.summary_of
    return tasks


def in_rows(draft: Draft, links: Linked, gates: Gates) -> tuple[Records, Indices, Indices, tuple[int, ...]]:
    """Rows in the order of the node they lead to, new ones last at each; with their ends and ids."""
    records, origin, predecessor, successor, _ = links
    target = gates.entered_by(successor)
    rows = np.argsort(target, kind="stable")
    if (rows[1:] < rows[:-1]).any():
        records = records.take(rows)
        origin, predecessor, target = (part.take(rows) for part in (origin, predecessor, target))
    else:
        records = records.copy()
    found = records.view(net.LINK)
    found["predecessor"] = predecessor
    found["successor"] = target
    ids = draft.compiled.link_ids
    if origin.size != len(ids) or links.added or (origin[1:] < origin[:-1]).any():
        ids = taken((*ids, *draft.edits.links_added), origin)
    return found, predecessor, target, ids


def taken(ids: tuple[int, ...], rows: Indices) -> tuple[int, ...]:
    """The ids of ``rows``: stretch by stretch where rows follow on each other."""
    breaks = np.flatnonzero(rows[1:] != rows[:-1] + 1) + 1
    if breaks.size > FEW:
        return tuple([ids[row] for row in rows.tolist()])
    found: list[int] = []
    for first, last in itertools.pairwise([0, *breaks.tolist(), rows.size]):
        if last > first:
            begin = int(rows[first])
            found += ids[begin : begin + last - first]
    return tuple(found)


def sorted_nodes(draft: Draft, gates: Gates, links: Linked, kept: bool) -> Indices | None:
    """The old order with what is new put in, sorted again where links or gates ask for it; ``None`` for a loop."""
    nodes = draft.compiled.order.nodes if kept else carried_over(draft, gates)
    position = np.empty(nodes.size, np.int32)
    position[nodes] = np.arange(nodes.size, dtype=np.int32)
    first = links.successor.size - links.added if kept else 0
    source, sink = links.predecessor[first:], gates.entered_by(links.successor[first:])
    if kept and (position[source] < position[sink]).all():
        return nodes
    source, sink = edges(draft, gates, links)
    source, sink = position[source], position[sink]
    return resorted(nodes, source, sink)


def edges(draft: Draft, gates: Gates, links: Linked) -> tuple[Indices, Indices]:
    """All pairs of nodes of which the first comes before the second."""
    asked = orders(draft.rows["role"], links.predecessor, links.successor)
    source, sink = links.predecessor[asked], gates.entered_by(links.successor[asked])
    if not gates.count:
        return source, sink
    before, after = gates.edges()
    return np.concatenate([source, before]), np.concatenate([sink, after])


def resorted(nodes: Indices, source: Indices, sink: Indices) -> Indices | None:
    """``nodes`` with all edges (pairs of positions) forwards; what lies outside the edges that were not stays put."""
    backwards = np.flatnonzero(source > sink)
    if not backwards.size:
        return nodes
    first, last = int(sink[backwards].min()), int(source[backwards].max()) + 1
    inside = np.flatnonzero((source >= first) & (sink < last) & (source < last) & (sink >= first))
    local = topological(source[inside] - first, sink[inside] - first, last - first)
    if local.size < last - first:
        return None
    return np.concatenate([nodes[:first], nodes[first:last][local], nodes[last:]])


def carried_over(draft: Draft, gates: Gates) -> Indices:
    """The old order in the new numbering: new gates in front, new tasks at the end."""
    old, n = draft.compiled.order.nodes, draft.place.size
    summary_of = plain(draft.compiled.network.tasks)["summary_of"][n:]
    if not draft.edits.added and not draft.edits.removed and np.array_equal(summary_of, gates.summary_of[n:]):
        return old
    owner = draft.place[summary_of]
    entrance = np.append(gates.entrance, -1)  # -1, a summary that is gone, falls on the last entry
    renumbered = np.concatenate([draft.place, entrance[owner]])
    kept = renumbered[old]
    kept = kept[kept >= 0]
    known = np.zeros(gates.of.size, np.bool_)
    known[kept] = True
    fresh = np.flatnonzero(~known)
    count = gates.entrance.size
    return np.concatenate([fresh[fresh >= count], kept, fresh[fresh < count]]).astype(np.int32)
