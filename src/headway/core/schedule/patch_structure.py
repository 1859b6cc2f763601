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
from headway.core.schedule.gates import gates_of, joins_relatives, members_of, own_logic
from headway.core.schedule.network import Network, Order
from headway.core.schedule.order import deepest_first, group, topological
from headway.core.schedule.patch_rows import plain, raw, row_of

if TYPE_CHECKING:
    from headway.core.plan.entities import Link
    from headway.core.schedule.gates import Gates
    from headway.core.schedule.network import Codes, Indices, Records
    from headway.core.schedule.patch_rows import Draft

FEW = 50
"""Up to so many new links the ids are copied stretch by stretch, which costs less than one by one."""


def restructured(draft: Draft) -> tuple[Network, Order, tuple[int, ...]] | None:
    """Network, order and ids of links of a draft; ``None`` where links form a loop or join a task to its ancestor."""
    rows = draft.rows
    links = linked(draft)
    parent, summary = rows["parent"].copy(), draft.summary
    if links is None or joins_relatives(parent, summary, links.predecessor, links.successor):
        return None
    deepest = deepest_first(parent) if draft.moved else draft.compiled.order.deepest_first
    if deepest.size < rows.size:
        return None
    logic = own_logic(rows["constraint_date"], rows["deadline"], rows["marks"])
    logic[links.predecessor] = True
    logic[links.successor] = True
    gates = gates_of(summary & logic, parent, deepest)
    role = np.where(summary, net.SUMMARY, rows["role"]).astype(np.int8)
    nodes = sorted_nodes(draft, gates, role, links)
    if nodes is None:
        return None
    role = gates.roles(role)
    pointer, members = members_of(role, gates)
    tasks = nodes_of(draft, gates)
    tasks["role"][: role.size] = role
    point(tasks, "members", pointer)
    records, predecessor, successor, ids = in_rows(links, gates.entered_by(links.successor))
    point(tasks, "predecessors", group(successor, tasks.size)[0])
    pointer, outgoing = group(predecessor, tasks.size)
    point(tasks, "successors", pointer)
    network = Network(tasks.view(np.recarray), records.view(np.recarray), outgoing, draft.pieces.view(np.recarray))
    return network, Order(nodes, members, deepest), ids


class Linked(NamedTuple):
    """The links of the plan: those that stay in their old order, the new ones behind them."""

    records: Records
    """``LINK``, their ends in the old numbering."""
    ids: list[int]
    predecessor: Indices
    """Tasks at both ends."""
    successor: Indices


def linked(draft: Draft) -> Linked | None:
    """The plan's links with the tasks at their ends; ``None`` when an end is missing."""
    compiled, n = draft.compiled, draft.place.size
    records, ids = raw(draft.links), list(compiled.link_ids)
    predecessor, successor = draft.links["predecessor"].copy(), draft.links["successor"].copy()
    if compiled.network.tasks.size > n:
        summary_of = plain(compiled.network.tasks)["summary_of"]
        successor = np.where(successor < n, successor, summary_of[successor])
    if draft.edits.removed:
        predecessor, successor = draft.place[predecessor], draft.place[successor]
    if draft.edits.links_removed:
        gone = sorted(row_of(compiled, number) for number in draft.edits.links_removed)
        keep = np.ones(predecessor.size, np.bool_)
        keep[gone] = False
        records, predecessor, successor = records[keep], predecessor[keep], successor[keep]
        for row in reversed(gone):
            del ids[row]
    if draft.edits.removed and (min(predecessor.min(initial=0), successor.min(initial=0)) < 0):
        return None
    if not draft.edits.links_added:
        return Linked(records, ids, predecessor, successor)
    added = added_links(draft)
    if added is None:
        return None
    return Linked(
        np.concatenate([records, raw(added)]),
        [*ids, *draft.edits.links_added],
        np.concatenate([predecessor, added["predecessor"]]),
        np.concatenate([successor, added["successor"]]),
    )


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


def nodes_of(draft: Draft, gates: Gates) -> Records:
    """Rows of tasks and gates, with the gates above them."""
    n = len(draft.task_ids)
    if draft.tasks.size != n + gates.count:
        tasks = node_records(n, gates)
        above, summary_of = tasks["gate"].copy(), tasks["summary_of"].copy()
        raw(tasks)[:n] = raw(draft.rows)
    else:
        tasks, above, summary_of = draft.tasks, gates.of, gates.summary_of
    tasks["gate"] = above
    tasks["summary_of"] = summary_of
    return tasks


def in_rows(links: Linked, target: Indices) -> tuple[Records, Indices, Indices, tuple[int, ...]]:
    """Rows in the order of the node they lead to, new ones last at each; with their ends and ids."""
    records, ids, predecessor, _ = links
    rows = np.argsort(target, kind="stable").astype(np.int32)
    shifts = np.count_nonzero(rows[1:] < rows[:-1])
    if shifts:
        records, predecessor, target = records.take(rows), predecessor[rows], target[rows]
        ids = rearranged(ids, rows) if shifts <= FEW else [ids[row] for row in rows.tolist()]
    else:
        records = records.copy()
    found = records.view(net.LINK)
    found["predecessor"] = predecessor
    found["successor"] = target
    return found, predecessor, target, tuple(ids)


def rearranged(ids: list[int], rows: Indices) -> list[int]:
    """``ids`` taken in the order ``rows``, which is piecewise ascending: whole pieces are copied."""
    found: list[int] = []
    edges = [0, *(np.flatnonzero(np.diff(rows) != 1) + 1).tolist(), rows.size]
    for first, last in itertools.pairwise(edges):
        begin = int(rows[first])
        found += ids[begin : begin + last - first]
    return found


def sorted_nodes(draft: Draft, gates: Gates, role: Codes, links: Linked) -> Indices | None:
    """The old order with what is new put in, sorted again where links or gates ask for it; ``None`` for a loop."""
    nodes = carried_over(draft, gates)
    ordering = orders(role, links.predecessor, links.successor)
    source, sink = links.predecessor[ordering], gates.entered_by(links.successor[ordering])
    if gates.count:
        before, after = gates.edges()
        source, sink = np.concatenate([source, before]), np.concatenate([sink, after])
    position = np.empty(nodes.size, np.int32)
    position[nodes] = np.arange(nodes.size, dtype=np.int32)
    source, sink = position[source], position[sink]
    backwards = np.flatnonzero(source > sink)
    if not backwards.size:
        return nodes
    first, last = int(sink[backwards].min()), int(source[backwards].max()) + 1
    inside = np.flatnonzero((source >= first) & (sink < last) & (source < last) & (sink >= first))
    local = topological(source[inside] - first, sink[inside] - first, last - first)
    if local.size < last - first:
        return None
    nodes[first:last] = nodes[first:last][local]
    return nodes


def carried_over(draft: Draft, gates: Gates) -> Indices:
    """The old order in the new numbering: new gates in front, new tasks at the end."""
    old, n = draft.compiled.order.nodes, draft.place.size
    summary_of = plain(draft.compiled.network.tasks)["summary_of"][n:]
    if not draft.edits.added and not draft.edits.removed and np.array_equal(summary_of, gates.summary_of[n:]):
        return old.copy()
    owner = draft.place[summary_of]
    renumbered = np.concatenate([draft.place, np.where(owner >= 0, gates.entrance[owner], -1)])
    kept = renumbered[old]
    kept = kept[kept >= 0]
    known = np.zeros(gates.of.size, np.bool_)
    known[kept] = True
    fresh = np.flatnonzero(~known)
    count = gates.entrance.size
    return np.concatenate([fresh[fresh >= count], kept, fresh[fresh < count]]).astype(np.int32)
