"""Why a task is where it is: start, finish, driving chain, late dates, float, and what would make it earlier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.schedule.drivers import Drivers, find_drivers
from headway.core.schedule.explain.chain import driving_chain
from headway.core.schedule.explain.earlier import why_not_earlier
from headway.core.schedule.explain.facts import Facts
from headway.core.schedule.explain.finishes import why_finish
from headway.core.schedule.explain.lates import why_float, why_late
from headway.core.schedule.explain.starts import why_start
from headway.core.schedule.explain.values import Earlier, Explanation, Gap, Holder, LinkFact, Reason, Step

if TYPE_CHECKING:
    from headway.core.schedule.result import Schedule

__all__ = ["Earlier", "Explanation", "Gap", "Holder", "LinkFact", "Reason", "Step", "explain"]


def explain(schedule: Schedule, task_id: int, drivers: Drivers | None = None) -> Explanation:
    """Why a task starts and ends where it does, as data and messages.

    ``drivers`` (of the same schedule) saves finding them again when several tasks are explained.  ``KeyError`` when the
    plan has no such task.
    """
    node = schedule.compiled.index[task_id]
    facts = Facts(schedule, drivers or find_drivers(schedule))
    return Explanation(
        task=facts.name(node),
        start=why_start(facts, node),
        finish=why_finish(facts, node),
        chain=driving_chain(facts, node),
        late=why_late(facts, node),
        total_float=why_float(facts, node),
        earlier=why_not_earlier(facts, node),
    )
