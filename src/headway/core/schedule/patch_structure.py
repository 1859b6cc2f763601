"""Gates, order and the place of links after tasks or links came, went or moved.

What is linear and cheap on arrays (grouping links, gates, members) is done over; the order of nodes is kept, and only
the stretch between the first and the last edge that points backwards in it is sorted again.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import numpy as np

from headway.core.schedule import network as net
from headway.core.schedule.columns import link_columns
from headway.core.schedule.compile import link_records, node_records, orders, point
from headway.core.schedule.gates import gates_of, joins_relatives, members_of, own_logic
from headway.core.schedule.network import Network, Order
from headway.core.schedule.order import deepest_first, group, topological
from headway.core.schedule.patch_rows import plain, row_of, summaries

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
    ends = ends_of_links(draft)
    if ends is None:
        return None
    links, link_ids = ends
    predecessor, successor = links["predecessor"].copy(), links["successor"].copy()
    summary, parent = summaries(rows), rows["parent"].copy()
    if joins_relatives(parent, summary, predecessor, successor):
        return None
    deepest = deepest_first(parent) if draft.moved else draft.compiled.order.deepest_first
    if deepest.size < rows.size:
        return None
    logic = own_logic(rows["constraint_date"], rows["deadline"], rows["marks"])
    logic[predecessor] = True
    logic[successor] = True
    gates = gates_of(summary & logic, parent, deepest)
    role = np.where(summary, net.SUMMARY, rows["role"]).astype(np.int8)
    target = gates.entered_by(successor)
    nodes = sorted_nodes(draft, gates, role, (predecessor, successor, target))
    if nodes is None:
        return None
    role = gates.roles(role)
    pointer, members = members_of(role, gates)
    tasks = nodes_of(draft, gates)
    tasks["role"][: role.size] = role
    point(tasks, "members", pointer)
    links["successor"] = target
    links, ids = sorted_links(links, link_ids)
    point(tasks, "predecessors", group(links["successor"].copy(), tasks.size)[0])
    pointer, outgoing = group(links["predecessor"].copy(), tasks.size)
    point(tasks, "successors", pointer)
    network = Network(tasks.view(np.recarray), links.view(np.recarray), outgoing, draft.pieces.view(np.recarray))
    return network, Order(nodes, members, deepest), ids


def ends_of_links(draft: Draft) -> tuple[Records, list[int]] | None:
    """Links of the plan with tasks at both ends, the new ones last; ``None`` when an end is missing."""
    compiled, n = draft.compiled, draft.place.size
    old = draft.links["successor"]
    summary_of = plain(compiled.network.tasks)["summary_of"]
    successor = draft.place[np.where(old < n, old, summary_of[old])]
    predecessor = draft.place[draft.links["predecessor"]]
    gone = [row_of(compiled, number) for number in draft.edits.links_removed]
    keep = np.ones(old.size, np.bool_)
    keep[gone] = False
    if ((predecessor < 0) | (successor < 0))[keep].any():
        return None
    added = added_links(draft)
    if added is None:
        return None
    links = np.concatenate([draft.links[keep] if gone else draft.links, added])
    links["predecessor"][: links.size - added.size] = predecessor[keep]
    links["successor"][: links.size - added.size] = successor[keep]
    ids = list(compiled.link_ids)
    for row in sorted(gone, reverse=True):
        del ids[row]
    return links, [*ids, *draft.edits.links_added]


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
        tasks[:n] = draft.rows
    else:
        tasks, above, summary_of = draft.tasks, gates.of, gates.summary_of
    tasks["gate"] = above
    tasks["summary_of"] = summary_of
    return tasks


def sorted_links(links: Records, ids: list[int]) -> tuple[Records, tuple[int, ...]]:
    """Links in the order of their successors; behind each other those of one successor, new ones last."""
    rows = np.argsort(links["successor"], kind="stable").astype(np.int32)
    shifted = np.flatnonzero(rows[1:] < rows[:-1])
    if not shifted.size:
        return links, tuple(ids)
    if shifted.size > FEW:
        return links[rows], tuple(map(ids.__getitem__, rows.tolist()))
    return links[rows], tuple(rearranged(ids, rows))


def rearranged(ids: list[int], rows: Indices) -> list[int]:
    """``ids`` taken in the order ``rows``, which is piecewise ascending: whole pieces are copied."""
    found: list[int] = []
    edges = [0, *(np.flatnonzero(np.diff(rows) != 1) + 1).tolist(), rows.size]
    for first, last in itertools.pairwise(edges):
        begin = int(rows[first])
        found += ids[begin : begin + last - first]
    return found


def sorted_nodes(draft: Draft, gates: Gates, role: Codes, links: tuple[Indices, Indices, Indices]) -> Indices | None:
    """The old order with what is new put in, sorted again where links or gates ask for it; ``None`` for a loop."""
    predecessor, successor, target = links
    nodes = carried_over(draft, gates)
    ordering = orders(role, predecessor, successor)
    source, sink = gates.edges()
    source = np.concatenate([predecessor[ordering], source])
    sink = np.concatenate([target[ordering], sink])
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
    owner = draft.place[summary_of]
    renumbered = np.concatenate([draft.place, np.where(owner >= 0, gates.entrance[owner], -1)])
    kept = renumbered[old]
    kept = kept[kept >= 0]
    known = np.zeros(gates.of.size, np.bool_)
    known[kept] = True
    fresh = np.flatnonzero(~known)
    count = gates.entrance.size
    return np.concatenate([fresh[fresh >= count], kept, fresh[fresh < count]]).astype(np.int32)
