"""Numbers for rows in a file: their own where the format can hold them, fresh ones where not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST = 2_097_151
"""The largest unique id Microsoft Project accepts (21 bits); larger ones make it refuse the file."""


class Numbers:
    """Unique ids of one kind of row.  The plan's id stays where it fits the format, else the row gets the next free one
    above all that fit.

    >>> numbers = Numbers([3, 2**40])
    >>> numbers[3], numbers[2**40]
    (3, 4)
    """

    def __init__(self, ids: Iterable[int]) -> None:
        own = list(ids)
        self._numbers = {each: each for each in own if 0 < each <= LARGEST}
        taken = set(self._numbers)
        candidate = max(taken, default=0)
        candidate = 0 if candidate + len(own) - len(taken) > LARGEST else candidate
        for each in own:
            if each not in self._numbers:
                candidate += 1
                while candidate in taken:
                    candidate += 1
                self._numbers[each] = candidate
                taken.add(candidate)
        self._highest = max(taken, default=0)

    def fresh(self) -> int:
        """The next number above all others, for a row the plan does not have."""
        self._highest += 1
        return self._highest

    def __getitem__(self, key: int) -> int:
        return self._numbers[key]

    def __contains__(self, key: int | None) -> bool:
        return key in self._numbers

    def get(self, key: int | None) -> int | None:
        """The number of a row, ``None`` for none and for one that is not there."""
        return None if key is None else self._numbers.get(key)

    def back(self) -> dict[int, int]:
        """The plan's ids by the numbers written."""
        return {number: key for key, number in self._numbers.items()}
