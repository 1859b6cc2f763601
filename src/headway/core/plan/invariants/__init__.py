"""What must hold in a plan, checked and answered as data.

>>> from headway.core.plan.entities import Link, Task
>>> from headway.core.plan.plan import Plan
>>> plan = Plan(tasks={7: Task(id=7, name="Dig", duration=-10)}, links={1: Link(id=1, predecessor=7, successor=8)})
>>> [(each.code, each.row, each.name) for each in check(plan)]
[('task.duration_negative', 1, 'Dig'), ('link.successor_missing', 1, 'Dig')]
"""

from headway.core.plan.invariants.checking import check, introduced
from headway.core.plan.invariants.problem import CODES, Problem, Severity

__all__ = ["CODES", "Problem", "Severity", "check", "introduced"]
