"""From when to when a plan runs, as a reader of its rows would say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.time import NEVER

if TYPE_CHECKING:
    from headway.core.schedule import Schedule


def shown_finish(schedule: Schedule) -> int:
    """The finish of the passes, never later than the last task: P6's passes end at the data date when all is done."""
    tasks = schedule.arrays["finish"][: len(schedule.compiled.task_ids)]
    latest = int(tasks.max(initial=NEVER))
    return schedule.finish if latest == NEVER else min(latest, schedule.finish)
