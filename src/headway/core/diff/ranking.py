"""Ranks of the new plan in terms of the old: rows that kept their order keep their rank, the rest gets one between."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from headway.core.plan.ranks import RankError, initial_ranks, rank_between

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def kept_ranks(rows: Sequence[int], old: Mapping[int, str]) -> dict[int, str]:
    """A rank for each of the ``rows`` of one parent, which stand in the new order.

    ``old`` has the ranks of those that stood under the same parent before; the longest run of them that is still in
    the old order keeps these.  Where no rank fits between, all rows are ranked anew.
    """
    staying = longest_run([(old[row], row) for row in rows if row in old])
    if len(staying) == len(rows):
        return {row: old[row] for row in rows}
    ranks: dict[int, str] = {}
    above = ""
    ahead = [rank for rank, _ in reversed(staying)]
    stays = {row for _, row in staying}
    try:
        for row in rows:
            if row in stays:
                ranks[row] = ahead.pop()
            else:
                ranks[row] = rank_between(above, ahead[-1] if ahead else None)
            above = ranks[row]
    except RankError:
        return dict(zip(rows, initial_ranks(len(rows)), strict=True))
    return ranks


def longest_run(places: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """The longest part of a sequence that ascends (patience sorting); of equal ones the one that ends lowest."""
    tops: list[tuple[str, int]] = []
    at_top: list[int] = []
    before: list[int] = []
    for at, place in enumerate(places):
        pile = bisect_left(tops, place)
        before.append(at_top[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(place)
            at_top.append(at)
        else:
            tops[pile] = place
            at_top[pile] = at
    run: list[tuple[str, int]] = []
    at = at_top[-1] if at_top else -1
    while at >= 0:
        run.append(places[at])
        at = before[at]
    return run[::-1]
