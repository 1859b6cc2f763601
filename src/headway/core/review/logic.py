"""Logic as several rules ask for it: a task's own links, and those of the summaries above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.plan.entities import LinkKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from headway.core.plan.entities import Link, Task
    from headway.core.review.reviewed import Reviewed

HOLDS_START = frozenset({LinkKind.FS, LinkKind.SS})
"""Kinds into a task that hold its start."""
HANDS_ON_FINISH = frozenset({LinkKind.FS, LinkKind.FF})
"""Kinds out of a task that hand its finish on."""


def links_above(reviewed: Reviewed, task: Task, links: Mapping[int, list[Link]]) -> Iterator[Link]:
    """Those of ``links`` (by task id) that are on a summary above a task: they hold for it, too."""
    for summary in reviewed.outline.ancestors(task.id):
        yield from links.get(summary, ())


def has_begun(task: Task) -> bool:
    """Whether work on a task has begun: an actual start, or some progress."""
    progress = task.progress
    return progress is not None and (progress.actual_start is not None or progress.percent_complete > 0)
