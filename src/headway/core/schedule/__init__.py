"""Critical path method: dates of every task by the rules of MS Project or P6."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.core.schedule.compile import compile_plan
from headway.core.schedule.patch import patch
from headway.core.schedule.result import Schedule, TaskDates
from headway.core.schedule.solve import solve

if TYPE_CHECKING:
    from headway.core.plan.plan import Plan

__all__ = ["Schedule", "TaskDates", "compile_plan", "patch", "schedule", "solve"]


def schedule(plan: Plan) -> Schedule:
    """Schedule a plan by its own rules (``plan.project.rules``)."""
    return solve(compile_plan(plan))
