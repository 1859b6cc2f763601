"""The plan as arrays: what the kernels read and what they write.

A *node* is a task (same index as in ``Compiled.task_ids``) or, after the tasks, a *gate*: the entrance of a summary
that carries logic of its own. Links and constraints on a summary act on its gate and reach every task below through
``gate``; what leaves the summary leaves from its own node, which collects its members. So a link on a summary costs
one node, not one link for each descendant.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from headway.core.time import NEVER

Ints = NDArray[np.int64]
Indices = NDArray[np.int32]
Codes = NDArray[np.int8]
Mask = NDArray[np.bool_]

# roles of a node
LEAF, SUMMARY, GATE, LEVEL_OF_EFFORT, WBS_SUMMARY, HAMMOCK, ASIDE = range(7)
"""``ASIDE``: not scheduled (inactive, WBS nodes without members); it keeps no dates."""

# progress of a task
NOT_STARTED, STARTED, FINISHED = range(3)

# constraint codes; 0 is as soon as possible
ASAP, ALAP, SNET, SNLT, FNET, FNLT, START_ON, FINISH_ON, MUST_START, MUST_FINISH = range(10)

# link kinds
FS, SS, FF, SF = range(4)

# what decided a start
(
    BY_PROJECT_START,
    BY_LINK,
    BY_CONSTRAINT,
    BY_ACTUAL,
    BY_MANUAL,
    BY_DATA_DATE,
    BY_SUMMARY,
    BY_LATE,
    BY_DELAY,
    BY_EXTERNAL,
    BY_SPAN,
) = range(11)

# flag bits
MILESTONE, MANUAL, EXTERNAL, START_MILESTONE, FINISH_MILESTONE, RESOURCE_DRIVEN = 1, 2, 4, 8, 16, 32

# progress rules, float kinds (order of the enums in core.plan.plan)
RETAINED_LOGIC, PROGRESS_OVERRIDE, ACTUAL_DATES = range(3)
FLOAT_START, FLOAT_FINISH, FLOAT_SMALLEST = range(3)


class Settings(NamedTuple):
    """Scalars of the project that the kernels need; flags are 0 or 1."""

    start: int
    finish: int
    """Finish that late dates count from when scheduling from the finish, else ``NEVER``."""
    data_date: int
    must_finish_by: int
    honour_constraints: int
    from_finish: int
    progress_rule: int
    float_kind: int
    open_ends_critical: int
    use_expected_finish: int
    lag_from_early_start: int
    not_before_data_date: int
    critical_float: int
    project_calendar: int


class Finishes(NamedTuple):
    """Project finishes (instants): of the early dates, and the one that late dates count from."""

    early: int
    late: int


TASK = np.dtype(
    [
        ("span", np.int64),  # start to finish in working time of the calendar, gaps of split tasks included
        ("remaining", np.int64),
        ("actual_duration", np.int64),
        ("actual_start", np.int64),
        ("actual_finish", np.int64),
        ("resume", np.int64),
        ("given_start", np.int64),  # dates of manual and external tasks
        ("given_finish", np.int64),
        ("constraint_date", np.int64),
        ("second_date", np.int64),
        ("deadline", np.int64),
        ("expected_finish", np.int64),
        ("external_early_start", np.int64),
        ("external_late_finish", np.int64),
        ("delay", np.int64),
        ("calendar", np.int32),  # index in the compiled working time
        ("delay_calendar", np.int32),
        ("parent", np.int32),  # node of the parent task or -1
        ("gate", np.int32),  # nearest gate above or -1
        ("summary_of", np.int32),  # of a gate: the node of its summary
        ("predecessors", np.int32),  # rows of links into the node
        ("predecessors_end", np.int32),
        ("successors", np.int32),  # rows of ``outgoing``
        ("successors_end", np.int32),
        ("pieces", np.int32),  # rows of ``pieces``
        ("pieces_end", np.int32),
        ("members", np.int32),  # rows of ``Order.members``, of a summary with a gate
        ("members_end", np.int32),
        ("role", np.int8),
        ("marks", np.int8),
        ("progress", np.int8),
        ("constraint", np.int8),
        ("second", np.int8),
    ],
    align=True,
)
"""One node; missing instants are ``NEVER``."""

LINK = np.dtype(
    [
        ("lag", np.int64),
        ("predecessor", np.int32),
        ("successor", np.int32),  # node: the gate when the successor is a summary
        ("calendar", np.int32),
        ("kind", np.int32),
    ],
    align=True,
)

PIECE = np.dtype([("span", np.int64), ("remaining", np.int64), ("delay", np.int64), ("calendar", np.int64)], align=True)
"""Work of one assignment that decides its task's finish: spans in the calendar the resource works by."""

DATES = np.dtype(
    [
        ("early_start", np.int64),
        ("early_finish", np.int64),
        ("late_start", np.int64),
        ("late_finish", np.int64),
        ("start", np.int64),
        ("finish", np.int64),
        ("asked_start", np.int64),  # what logic asks of a task that has not started, before its constraint
        ("limit_start", np.int64),  # latest start by calculation, also where the late start shown is the actual one
        ("bound_finish", np.int64),  # forward: finish a gate asks of its members; backward: latest finish of members
        ("start_float", np.int64),
        ("finish_float", np.int64),
        ("total_float", np.int64),
        ("free_float", np.int64),
        ("cause", np.int32),
        ("cause_link", np.int32),
    ],
    align=True,
)
"""What the passes fill in, one entry a node."""

Records = NDArray[np.void]


class Network(NamedTuple):
    """A compiled plan, as records: few arrays travel from kernel to kernel, and one row is one task."""

    tasks: Records
    """``TASK``, one a node: the tasks, then the gates."""
    links: Records
    """``LINK``, sorted by successor."""
    outgoing: Indices
    """Rows of ``links``, grouped by predecessor."""
    pieces: Records
    """``PIECE``, grouped by task."""


class Order(NamedTuple):
    """The ways through a network."""

    nodes: Indices
    """All nodes, predecessors first."""
    members: Indices
    """Leaves and inner gated summaries, grouped by the summary that gathers them."""
    deepest_first: Indices
    """Tasks, every child before its parent."""


def new_dates(nodes: int) -> Records:
    """Dates of ``nodes`` nodes, all missing."""
    dates = np.empty(nodes, DATES)
    for name in DATES.names or ():
        dates[name] = NEVER if DATES[name] == np.int64 else 0
    dates["cause_link"] = -1
    return dates.view(np.recarray)
