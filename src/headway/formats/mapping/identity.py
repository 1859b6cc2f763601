"""Ids: the file's own where they will do, fresh ones above them where they are 0, missing or taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Ids:
    """Maps the ids of one kind of row.  A plan's ids are positive; a file may use 0, and may use an id twice.

    >>> ids = Ids([0, 3, 7])
    >>> ids.of(3), ids.of(0), 5 in ids
    (3, 8, False)
    """

    def __init__(self, known: Iterable[int]) -> None:
        own = set(known)
        self._next = max((value for value in own if value > 0), default=0) + 1
        self._ids = {value: value for value in own if value > 0}
        for value in sorted(value for value in own if value <= 0):
            self._ids[value] = self.fresh()

    def __contains__(self, value: int | None) -> bool:
        return value in self._ids

    def of(self, value: int) -> int:
        """The plan's id of the file's ``value``, which must be known."""
        return self._ids[value]

    def get(self, value: int | None) -> int | None:
        """The plan's id, or ``None`` for a row that is not there."""
        return None if value is None else self._ids.get(value)

    def fresh(self) -> int:
        """An id that no row of the file has."""
        value = self._next
        self._next += 1
        return value
