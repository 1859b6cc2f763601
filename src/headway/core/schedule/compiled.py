"""A plan ready to be solved: network, calendars and the way back from indices to ids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from headway.core.calendar.compile import CompiledCalendars
    from headway.core.plan.plan import Plan, Rules
    from headway.core.schedule.network import Network, Order, Settings


@dataclass(frozen=True, slots=True)
class Warning:
    """A fact about the plan that the schedule had to work around: a code, and the parameters of its text."""

    code: str
    task: int | None = None
    tasks: tuple[int, ...] = ()
    params: tuple[tuple[str, str | int], ...] = ()


@dataclass(frozen=True, slots=True)
class Compiled:
    """A plan as arrays.  ``task_ids[i]`` is the task of node ``i``; ``link_ids[e]`` the plan's link of row ``e``."""

    plan: Plan
    rules: Rules
    settings: Settings
    network: Network
    order: Order
    calendars: CompiledCalendars
    task_ids: tuple[int, ...]
    index: dict[int, int]
    link_ids: tuple[int, ...]
    warnings: tuple[Warning, ...]
