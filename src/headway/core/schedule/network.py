"""The plan as arrays: what the kernels read and what they write.

A *node* is a task (same index as in ``Compiled.task_ids``) or, after the tasks, a *gate*: the entrance of a summary that
carries logic of its own.  Links and constraints on a summary act on its gate and reach every task below through ``gate``; what
leaves the summary leaves from its own node, which collects its members.  So a link on a summary costs one node, not one link
for each descendant.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Indices = NDArray[np.int32]
Codes = NDArray[np.int8]

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
BY_PROJECT_START, BY_LINK, BY_CONSTRAINT, BY_ACTUAL, BY_MANUAL, BY_DATA_DATE, BY_SUMMARY, BY_LATE, BY_DELAY, BY_EXTERNAL, BY_SPAN = range(11)

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


class Network(NamedTuple):
    """A compiled plan.  ``n`` tasks, ``m`` nodes (tasks and gates), ``k`` links, ``a`` pieces of resource-driven work."""

    order: Indices
    """m nodes, predecessors first."""
    role: Codes
    flags: Codes
    calendar: Indices
    """m calendar indices of the working time."""
    span: Ints
    """m: start to finish in working time of the calendar, gaps of split tasks included."""
    remaining: Ints
    actual_duration: Ints
    progress: Codes
    actual_start: Ints
    actual_finish: Ints
    resume: Ints
    given_start: Ints
    """Manual and external tasks: their dates."""
    given_finish: Ints
    constraint: Codes
    constraint_date: Ints
    second: Codes
    second_date: Ints
    deadline: Ints
    expected_finish: Ints
    external_early_start: Ints
    external_late_finish: Ints
    delay: Ints
    delay_calendar: Indices
    parent: Indices
    """n: parent task or -1."""
    deepest_first: Indices
    """n tasks, every child before its parent."""
    gate: Indices
    """m: nearest gate above, -1 for none."""
    summary_of: Indices
    """m: for a gate the node of its summary, else -1."""
    member_ptr: Indices
    member: Indices
    """Members of a summary that carries logic: leaves and inner such summaries."""
    work_ptr: Indices
    work_calendar: Indices
    work_span: Ints
    work_remaining: Ints
    work_delay: Ints
    predecessor_ptr: Indices
    """m + 1: links are sorted by successor."""
    link_predecessor: Indices
    link_successor: Indices
    link_kind: Codes
    link_lag: Ints
    link_calendar: Indices
    successor_ptr: Indices
    successor_link: Indices


class Dates(NamedTuple):
    """What the passes fill in, one entry a node."""

    early_start: Ints
    early_finish: Ints
    late_start: Ints
    late_finish: Ints
    start: Ints
    finish: Ints
    limit_start: Ints
    """Latest start by calculation, also where the shown late start is the actual one; gates: earliest of the members."""
    bound_finish: Ints
    """Forward: finish a gate asks of its members; backward: latest finish of a summary's members."""
    cause: Codes
    cause_link: Indices


def new_dates(nodes: int, missing: int) -> Dates:
    """Empty dates for ``nodes`` nodes."""
    instants = [np.full(nodes, missing, np.int64) for _ in range(8)]
    return Dates(*instants, np.zeros(nodes, np.int8), np.full(nodes, -1, np.int32))
