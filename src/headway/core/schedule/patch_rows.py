"""Rows of a network brought up to date: tasks laid out anew, columns and pieces of those that changed."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from headway.core.schedule import network as net
from headway.core.schedule.columns import link_columns, own_columns, own_span
from headway.core.schedule.compile import assignments_by_task, piece_records, point, put_columns, work_of
from headway.core.schedule.gates import own_logic

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from headway.core.plan.plan import Plan
    from headway.core.schedule.columns import TaskColumns
    from headway.core.schedule.compiled import Compiled
    from headway.core.schedule.network import Indices, Mask, Records
    from headway.core.schedule.patch_edits import Edits
    from headway.core.schedule.pieces import Piece


@dataclass(slots=True)
class Draft:
    """A network on its way from one plan to the next.  Arrays that are not written yet are the old ones."""

    compiled: Compiled
    plan: Plan
    edits: Edits
    task_ids: tuple[int, ...]
    index: dict[int, int]
    place: Indices
    """Old task node to new one, -1 for a task that is gone; one that was removed and put again has moved to the end."""
    tasks: Records
    """``TASK``; a copy.  The tasks only when some came or went, else gates as well."""
    links: Records
    """``LINK``, in the old numbering of nodes."""
    pieces: Records
    summary: Mask
    """Tasks with children."""
    moved: bool = False
    """Whether parents changed."""
    structural: bool = False
    """Whether gates, order or the place of links may change."""

    @property
    def rows(self) -> Records:
        """The tasks' rows."""
        return self.tasks[: len(self.task_ids)]


def plain(records: Records) -> Records:
    """Records as a plain array: access to fields by name costs a third of a record array's."""
    return records.view(np.ndarray)


def raw(records: Records) -> Records:
    """Records as opaque bytes: numpy copies them ten times faster than field by field."""
    return records.view(np.dtype((np.void, records.dtype.itemsize)), np.ndarray)


def copied(records: Records) -> Records:
    """A copy as a plain array."""
    return raw(records).copy().view(records.dtype)


def draft_of(compiled: Compiled, plan: Plan, edits: Edits) -> Draft:
    """Rows for the tasks of ``plan``: those that stay keep their order, new ones follow."""
    network, n = compiled.network, len(compiled.task_ids)
    links, pieces, unknown = plain(network.links), plain(network.pieces), np.empty(0, np.bool_)
    if not edits.added and not edits.removed:
        place = np.arange(n, dtype=np.int32)
        tasks = copied(network.tasks)
        return Draft(compiled, plan, edits, compiled.task_ids, compiled.index, place, tasks, links, pieces, unknown)
    keep = np.ones(n, np.bool_)
    keep[[compiled.index[number] for number in edits.removed]] = False
    place = np.where(keep, np.cumsum(keep, dtype=np.int32) - 1, -1).astype(np.int32)
    kept = n - len(edits.removed)
    for at, number in enumerate(edits.added, start=kept):
        if number in compiled.index:
            place[compiled.index[number]] = at
    tasks = np.zeros(kept + len(edits.added), net.TASK)
    raw(tasks)[:kept] = raw(network.tasks)[:n][keep] if edits.removed else raw(network.tasks)[:n]
    if edits.removed:
        parent = tasks["parent"][:kept]
        tasks["parent"][:kept] = np.where(parent >= 0, place[parent], -1)
    task_ids = (*itertools.compress(compiled.task_ids, keep.tolist()), *edits.added)
    if edits.removed:
        index = dict(zip(task_ids, range(len(task_ids)), strict=True))
    else:
        index = compiled.index | {number: i for i, number in enumerate(edits.added, start=n)}
    return Draft(compiled, plan, edits, task_ids, index, place, tasks, links, pieces, unknown)


def update_rows(draft: Draft) -> None:
    """Columns, pieces and links of all that changed."""
    edits, rows = draft.edits, draft.rows
    flipped = reparent(draft)
    ids = tuple(dict.fromkeys((*edits.tasks, *edits.added, *edits.worked, *flipped)))
    nodes = np.array([draft.index[number] for number in ids], np.int32)
    stale: set[int] = set()
    if ids:
        columns = own_columns(draft.plan, [draft.plan.tasks[i] for i in ids], draft.index, draft.compiled.calendars)
        columns.role[draft.summary[nodes]] = net.SUMMARY
        update_pieces(draft, ids, nodes, columns)
        before = rows[nodes]
        draft.structural |= moves_gates(before, columns)
        put_columns(rows, nodes, columns)
        if not draft.structural:
            rows["role"][nodes] = before["role"]
        stale = lags_astray(draft, ids, before["calendar"] != columns.calendar)
    elif edits.removed:
        replace_pieces(draft, nodes, nodes, [])
    stale.update(row_of(draft.compiled, number) for number in edits.links)
    update_links(draft, sorted(stale))


def summaries(parent: Indices) -> Mask:
    """Tasks with children."""
    found = np.zeros(parent.size + 1, np.bool_)
    found[parent] = True  # -1, no parent, falls on the last entry
    return found[:-1]


def reparent(draft: Draft) -> list[int]:
    """Put changed tasks under their parents; returns tasks that became summaries or ceased to be."""
    edits, plan, parent = draft.edits, draft.plan, draft.rows["parent"]
    numbers = [*edits.tasks, *edits.added]
    if edits.added:
        news, tops = set(edits.added), map(draft.task_ids.__getitem__, np.flatnonzero(parent < 0).tolist())
        numbers += [number for number in tops if plan.tasks[number].parent in news]
    draft.moved = bool(edits.added or edits.removed)
    for number in numbers:
        i = draft.index[number]
        above = draft.index.get(plan.tasks[number].parent, -1)
        if parent[i] != above:
            parent[i] = above
            draft.moved = True
    draft.summary = summaries(parent)
    if not draft.moved:
        return []
    draft.structural = True
    n = draft.place.size
    before = draft.place[summaries(plain(draft.compiled.network.tasks)["parent"][:n])]
    was = np.zeros(parent.size, np.bool_)
    was[before[before >= 0]] = True
    return [draft.task_ids[i] for i in np.flatnonzero(draft.summary != was).tolist()]


def moves_gates(before: Records, columns: TaskColumns) -> bool:
    """Whether a role changed, or a summary gained or lost what asks for a gate."""
    summary = columns.role == net.SUMMARY
    if (columns.role != before["role"])[~summary].any():
        return True
    asked = own_logic(before["constraint_date"], before["deadline"], before["marks"])
    asks = own_logic(columns.constraint_date, columns.deadline, columns.marks)
    return bool((asked != asks)[summary].any())


def update_pieces(draft: Draft, ids: Sequence[int], nodes: Indices, columns: TaskColumns) -> None:
    """Resource-driven work of the tasks ``ids``; widens their split spans in ``columns``."""
    wanted, plan = set(ids), draft.plan
    by_task = assignments_by_task(a for a in plan.assignments.values() if a.task in wanted)
    tasks = [plan.tasks[number] for number in ids]
    ends, found = work_of(plan, tasks, columns, draft.compiled.calendars, by_task)
    rows = draft.rows
    if not found and not (rows["pieces_end"] - rows["pieces"])[nodes].any() and not draft.edits.removed:
        if draft.edits.added:
            rows["pieces"][nodes] = rows["pieces_end"][nodes] = draft.pieces.size
        return
    replace_pieces(draft, nodes, np.repeat(nodes, np.diff(ends)), found)


def replace_pieces(draft: Draft, nodes: Indices, owners: Indices, found: Sequence[Piece]) -> None:
    """Pieces ``found`` for their ``owners`` in place of what the ``nodes`` and removed tasks had."""
    rows = draft.rows
    old = plain(draft.compiled.network.tasks)[: draft.place.size]
    owner = np.repeat(draft.place, old["pieces_end"] - old["pieces"])
    dropped = np.zeros(rows.size + 1, np.bool_)
    dropped[nodes] = True
    dropped[-1] = True  # where pieces of removed tasks fall
    keep = ~dropped[owner]
    owner = np.concatenate([owner[keep], owners])
    pieces = np.concatenate([raw(draft.pieces)[keep], raw(piece_records(found))])
    draft.pieces = pieces[np.argsort(owner, kind="stable")].view(net.PIECE)
    pointer = np.zeros(rows.size + 1, np.int32)
    np.cumsum(np.bincount(owner, minlength=rows.size), out=pointer[1:])
    point(rows, "pieces", pointer)


def lags_astray(draft: Draft, ids: Iterable[int], recalendared: Mask) -> set[int]:
    """Rows of links whose lag depends on a task whose calendar or own span changed."""
    before, after = draft.compiled.plan.tasks, draft.plan.tasks
    index, found = draft.compiled.index, set[int]()
    for number, other_calendar in zip(ids, recalendared.tolist(), strict=True):
        old = before.get(number)
        if old is not None and (other_calendar or own_span(old) != own_span(after[number])):
            found.update(rows_at(draft.compiled, index[number]))
    return found


def node_entered(compiled: Compiled, task: int) -> int:
    """Where links into the task with index ``task`` lead: its gate or itself."""
    n = len(compiled.task_ids)
    gated = plain(compiled.network.tasks)["summary_of"][n:]
    at = int(np.searchsorted(gated, task))
    return n + at if at < gated.size and gated[at] == task else task


def rows_at(compiled: Compiled, task: int) -> Iterable[int]:
    """Rows of links into and out of a task."""
    tasks, outgoing = plain(compiled.network.tasks), compiled.network.outgoing
    entered = tasks[node_entered(compiled, task)]
    out = outgoing[int(tasks[task]["successors"]) : int(tasks[task]["successors_end"])]
    return itertools.chain(range(int(entered["predecessors"]), int(entered["predecessors_end"])), out.tolist())


class LinkLeftOut(LookupError):
    """The network has no row for a link: it is part of a loop, or joins a summary to its own child."""


def row_of(compiled: Compiled, link: int) -> int:
    """Row of the plan's link ``link``; raises :class:`LinkLeftOut`."""
    successor = compiled.index.get(compiled.plan.links[link].successor)
    if successor is not None:
        into = plain(compiled.network.tasks)[node_entered(compiled, successor)]
        for row in range(int(into["predecessors"]), int(into["predecessors_end"])):
            if compiled.link_ids[row] == link:
                return row
    raise LinkLeftOut(link)


def update_links(draft: Draft, rows: Sequence[int]) -> None:
    """Kind, lag and lag calendar of the links in ``rows``, as far as they are still in the plan."""
    compiled, plan = draft.compiled, draft.plan
    gone = set(draft.edits.links_removed)
    kept = [row for row in rows if compiled.link_ids[row] not in gone]
    links = [plan.links[compiled.link_ids[row]] for row in kept]
    if not links:
        return
    if not all(link.predecessor in plan.tasks and link.successor in plan.tasks for link in links):
        raise LinkLeftOut(links[0].id)
    default = compiled.calendars.at(plan.project.calendar)
    columns = link_columns(plan, links, draft.index, draft.rows["calendar"], default)
    draft.links = copied(draft.links)
    for name in ("kind", "lag", "calendar"):
        draft.links[name][kept] = getattr(columns, name)
