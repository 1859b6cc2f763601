"""Custom values: which field of the file each one goes to.

Files know numbered fields of a few kinds (``TEXT1``, ``NUMBER3`` ...) that users give names.  A value under such a
field's own name goes back to it; every other name gets the first free field its values fit in, and the name with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from headway.formats.fields import is_custom
from headway.formats.mapping.quantities import Instants
from headway.formats.writing.draft import DraftName, Fields

if TYPE_CHECKING:
    from collections.abc import Iterable

    from headway.core.plan.plan import Plan
    from headway.formats.mapping.quantities import Custom
    from headway.formats.registry import Format

ACTIVITY_ID = "Activity ID"
_COUNTS = {
    "TEXT": 30,
    "NUMBER": 20,
    "FLAG": 20,
    "DATE": 10,
    "START": 10,
    "FINISH": 10,
    "COST": 10,
    "DURATION": 10,
    "OUTLINE_CODE": 10,
}
_PLAIN = frozenset({"HYPERLINK", "HYPERLINK_ADDRESS", "HYPERLINK_SUBADDRESS", "CONTACT", "SUBPROJECT_FILE"})
_WITHOUT = {
    "mspdi": frozenset({"OUTLINE_CODE"}),
    "pmxml": frozenset({"OUTLINE_CODE", "DURATION", "FLAG"}),
    "xer": frozenset({"OUTLINE_CODE", "DURATION", "FLAG"}),
}
"""Kinds of fields a format cannot take: outline codes need a table of their values, and P6 makes texts of durations and
numbers of flags.  Their values go to others."""
_MOMENT = re.compile(r"[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?")
_NUMBERED = re.compile(r"([A-Z_]+?)(\d+)$")
_DATES = ("DATE", "START", "FINISH")


class CustomSlots:
    """Fields of the file by kind of row and name of the value."""

    def __init__(self, plan: Plan, target: Format) -> None:
        self._name_all = target.p6
        """P6 knows no such fields: they become fields of users there, under the numbered fields' own names."""
        self._missing = _WITHOUT.get(target.name, frozenset())
        self._fields: dict[tuple[str, str], str] = {}
        self._names: list[DraftName] = []
        tasks = plan.tasks.values()
        left = self._assign("task", [task.custom for task in tasks if task.custom])
        self.activity_id: str | None = None
        """The field that takes activity ids, where that is wanted and one is free."""
        if not target.p6 and left and any(task.external is not None and task.external.code for task in tasks):
            self.activity_id = left[0]
            self._names.append(DraftName("task", left[0], ACTIVITY_ID))
        self._assign("resource", [each.custom for each in plan.resources.values() if each.custom])

    def _assign(self, entity: str, rows: Iterable[Custom]) -> list[str]:
        """Give each name a field; the text fields that are left."""
        values: dict[str, list[Any]] = {}
        for row in rows:
            for name, value in row.items():
                values.setdefault(name, []).append(value)
        own = {name for name in values if is_custom(name) and self._takes(name.upper(), entity)}
        for name in own:
            self._fields[entity, name] = name.upper()
            if self._name_all:
                self._names.append(DraftName(entity, name.upper(), name))
        free = {kind: [] if kind in self._missing else self._free(kind, own) for kind in _COUNTS}
        for name in values:
            if name in own:
                continue
            field = next((free[kind].pop(0) for kind in _kinds_for(values[name]) if free[kind]), None)
            if field is not None:
                self._fields[entity, name] = field
                self._names.append(DraftName(entity, field, name))
        return [] if ACTIVITY_ID in values else free["TEXT"]

    def _takes(self, field: str, entity: str) -> bool:
        if field in _PLAIN:
            return not self._name_all and (entity == "task" or field not in ("CONTACT", "SUBPROJECT_FILE"))
        found = _NUMBERED.fullmatch(field)
        return found is not None and found[1] not in self._missing and 1 <= int(found[2]) <= _COUNTS.get(found[1], 0)

    @staticmethod
    def _free(kind: str, own: set[str]) -> list[str]:
        fields = (f"{kind}{number}" for number in range(1, _COUNTS[kind] + 1))
        return [field for field in fields if field.lower() not in own]

    def names(self) -> tuple[DraftName, ...]:
        """What users call the fields."""
        return tuple(self._names)

    def fields(self, entity: str, custom: Custom | None) -> Fields:
        """The custom values of one row as fields of the file; those without a place are left out."""
        found: Fields = {}
        for name, value in (custom or {}).items():
            field = self._fields.get((entity, name))
            if field is not None:
                found[field] = _fitted(value, field)
        return found


def _kinds_for(values: list[Any]) -> tuple[str, ...]:
    """Kinds of fields that can hold all of the values, the fittest first."""
    if all(isinstance(value, bool) for value in values):
        return ("FLAG", "TEXT")
    if all(isinstance(value, int | float) and not isinstance(value, bool) for value in values):
        return ("NUMBER", "COST", "TEXT")
    if all(isinstance(value, str) and _MOMENT.fullmatch(value) for value in values):
        return (*_DATES, "TEXT")
    return ("TEXT", "OUTLINE_CODE")


def _fitted(value: str | int | float | bool, field: str) -> Any:
    """The value as its field wants it; ``None`` where it does not fit."""
    found = _NUMBERED.fullmatch(field)
    kind = found[1] if found and found[1] in _COUNTS else "TEXT"
    if kind in _DATES:
        return Instants()[value] if isinstance(value, str) and _MOMENT.fullmatch(value) else None
    if kind in ("NUMBER", "COST", "DURATION"):
        number = float(value) if isinstance(value, int | float) else None
        return (number, "MINUTES") if kind == "DURATION" and number is not None else number
    if kind == "FLAG":
        return bool(value) if isinstance(value, bool | int) else None
    return value if isinstance(value, str) else str(value)
