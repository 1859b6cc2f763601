"""Pairs in the making: what the old and the new plan still have that belongs to nothing."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from enum import StrEnum
from typing import Generic, TypeVar

import msgspec

from headway.core.plan.entities import Entity

V = TypeVar("V", bound=Entity)
K = TypeVar("K", bound=Hashable)
Key = Callable[[V], Hashable]
"""What two entities must share; ``None`` for one that the key says nothing about."""


class Reason(StrEnum):
    """Why two entities count as the same one."""

    UNIQUE_ID = "unique_id"
    GUID = "guid"
    CODE = "code"
    PLACE = "place"
    """Same name under the same row of the outline."""
    NAME = "name"
    """Same name; of a task: in another place, it was moved."""
    SIMILAR = "similar"
    """Same place, similar name: it was renamed."""
    CHILDREN = "children"
    """A summary with the same rows below it."""
    ENDS = "ends"
    """A link or an assignment between the same entities."""


class Pair(msgspec.Struct, frozen=True, gc=False):
    """An entity of the old plan, and the one of the new plan that it became, each in its own plan's numbers."""

    old: int
    new: int
    reason: Reason


class Pairing(Generic[V]):
    """Entities of one kind being paired; whatever order they come in, the pairs are the same."""

    def __init__(self, old: dict[int, V], new: dict[int, V]) -> None:
        self.old = old
        self.new = new
        self.to_old: dict[int, int] = {}
        self.to_new: dict[int, int] = {}
        self.reasons: dict[int, Reason] = {}

    def pair(self, old: int, new: int, reason: Reason) -> None:
        """Note that ``new`` is what became of ``old``; both must be free."""
        self.to_old[new] = old
        self.to_new[old] = new
        self.reasons[old] = reason

    def are_free(self, old: int, new: int) -> bool:
        """Whether both are there and neither is paired."""
        return old in self.old and new in self.new and old not in self.to_new and new not in self.to_old

    def free_old(self) -> list[int]:
        """Old numbers without a partner, in order."""
        return sorted(self.old.keys() - self.to_new.keys())

    def free_new(self) -> list[int]:
        """New numbers without a partner, in order."""
        return sorted(self.new.keys() - self.to_old.keys())

    def unique(self, reason: Reason, key: Key[V]) -> list[tuple[int, int]]:
        """Pair all free ones that share a key which nothing else in their plan has; returns the new pairs."""
        before = singles((number, key(value)) for number, value in self.old.items())
        after = singles((number, key(value)) for number, value in self.new.items()) if before else {}
        made = [(before[value], after[value]) for value in before.keys() & after.keys()]
        made = sorted(each for each in made if self.are_free(*each))
        for old, new in made:
            self.pair(old, new, reason)
        return made

    def grouped(self, reason: Reason, key: Key[V], order: Callable[[V], Hashable]) -> None:
        """Pair free ones that share a key: those alike in ``order`` first, then the rest in that order."""
        olds, news = self.free_old(), self.free_new()
        if not olds or not news:
            return
        before, after = groups(self.old, olds, key), groups(self.new, news, key)
        for value, these in before.items():
            if value in after:
                for old, new in alike(self.old, self.new, these, after[value], order):
                    self.pair(old, new, reason)

    def pairs(self) -> tuple[Pair, ...]:
        """All pairs by old number."""
        return tuple(Pair(old, self.to_new[old], self.reasons[old]) for old in sorted(self.to_new))


def singles(keyed: Iterable[tuple[int, K]]) -> dict[K, int]:
    """The number of each key that only one entity has; entities without a key are left out."""
    found: dict[K, int] = {}
    repeated: set[K] = set()
    for number, value in keyed:
        if value is None:
            continue
        if found.setdefault(value, number) != number:
            repeated.add(value)
    for value in repeated:
        del found[value]
    return found


def groups(values: dict[int, V], numbers: Iterable[int], key: Key[V]) -> dict[Hashable, list[int]]:
    """Numbers by key."""
    found: dict[Hashable, list[int]] = {}
    for number in numbers:
        value = key(values[number])
        if value is not None:
            found.setdefault(value, []).append(number)
    return found


def alike(
    before: dict[int, V], after: dict[int, V], olds: list[int], news: list[int], order: Callable[[V], Hashable]
) -> list[tuple[int, int]]:
    """Pairs of two lists: equal ones first, then the rest one by one, for as long as both have some."""
    if len(olds) == len(news) == 1:
        return [(olds[0], news[0])]
    waiting: dict[Hashable, list[int]] = {}
    for number in reversed(news):
        waiting.setdefault(order(after[number]), []).append(number)
    made, rest = [], []
    for number in olds:
        same = waiting.get(order(before[number]))
        if same:
            made.append((number, same.pop()))
        else:
            rest.append(number)
    taken = {new for _, new in made}
    return made + list(zip(rest, (number for number in news if number not in taken), strict=False))
