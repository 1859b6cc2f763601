"""Changes: the one form in which a plan is edited, recorded, undone, compared and merged.

>>> from headway.core.plan.entities import Task
>>> from headway.core.plan.plan import Plan
>>> plan = apply(Plan(), [Put("task", None, Task(id=1, name="Dig"))])
>>> rename = Set("task", 1, "name", "Dig", "Dig the trench")
>>> apply(plan, [rename]).tasks[1].name
'Dig the trench'
>>> apply(apply(plan, [rename]), inverse([rename])) == plan
True
>>> conflicts([rename], apply(plan, [Set("task", 1, "name", "Dig", "Shovel")]))[0].found
'Shovel'
"""

from headway.core.changes.applying import ChangeConflict, apply, inverse
from headway.core.changes.change import (
    EXISTENCE,
    Change,
    ChangeError,
    Put,
    Remove,
    Set,
    Unit,
    decode_changes,
    encode_changes,
    id_of,
)
from headway.core.changes.comparing import Conflict, coalesce, conflicts, diff, touched, without_conflicts

__all__ = [
    "EXISTENCE",
    "Change",
    "ChangeConflict",
    "ChangeError",
    "Conflict",
    "Put",
    "Remove",
    "Set",
    "Unit",
    "apply",
    "coalesce",
    "conflicts",
    "decode_changes",
    "diff",
    "encode_changes",
    "id_of",
    "inverse",
    "touched",
    "without_conflicts",
]
