"""Names of tasks: every task has one, and no two side by side share it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from headway.core.review.rule import Asked, Family, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.core.review.reviewed import Reviewed
    from headway.core.review.values import Result, Row


def check(asked: Asked) -> Result:
    """Unfinished tasks and milestones without a name, or with that of another one under the same summary, of all.

    Capitals and spaces make no difference. The parts of a recurring task may share their name.
    """
    return asked.share(rows(asked.reviewed), len(asked.reviewed.incomplete))


def rows(reviewed: Reviewed) -> Iterator[Row]:
    """One row a task: unnamed, or named like others."""
    named = {task.id: (task.parent, " ".join(task.name.casefold().split())) for task in reviewed.leaves}
    shared = Counter(named.values())
    for task in reviewed.incomplete:
        above = reviewed.plan.tasks.get(task.parent)
        if not named[task.id][1]:
            yield reviewed.row(
                task,
                "rule.task-names.row.none",
                number=task.external.row if task.external and task.external.row else task.id,
            )
        elif shared[named[task.id]] > 1 and not (above is not None and above.recurring):
            yield reviewed.row(task, "rule.task-names.row.shared", count=shared[named[task.id]])


RULE = Rule("task-names", Family.EXTRA, check, {"most_percent": 5})
