"""From when to when a plan runs, as a reader of its rows would say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from headway.core.schedule import Schedule


def shown_finish(schedule: Schedule) -> int:
    """The finish of the passes, never later than the last task: P6's passes end at the data date when all is done."""
    finishes = (schedule.dates(task_id).finish for task_id in schedule.compiled.plan.tasks)
    latest = max((finish for finish in finishes if finish is not None), default=schedule.finish)
    return min(latest, schedule.finish)
