"""Ranks: strings that order the children of one parent, so that a move changes one row and no neighbour.

A rank is a string over ``0-9A-Za-z`` (in that order, which is also the order of the characters) that does not end in
``0``; between two different ranks there is always a third.  Ranks written in sequence carry a head letter that says how
many digits follow (``a`` one, ``b`` two ...; downwards ``Z`` one, ``Y`` two ...), so that rows added at either end make
a rank longer only by the logarithm of their number.  Between two rows a gap is halved until one digit is used up, and
counted through in the same sequence after that: short for rows put anywhere and for rows put again and again at one
place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_VALUE = {digit: value for value, digit in enumerate(DIGITS)}
_FIRST = "a1"
_ALLOWED = frozenset(DIGITS)


class RankError(ValueError):
    """The two ranks leave no room: not in order, equal, or not ranks at all."""


def is_rank(rank: str) -> bool:
    """True for a rank that can be ordered against others; the empty string is the rank of a row never placed."""
    return _ALLOWED.issuperset(rank) and not rank.endswith("0")


def rank_between(lower: str, upper: str | None) -> str:
    """A rank after ``lower`` (empty: from the very beginning) and before ``upper`` (``None``: to the very end).

    Raises :class:`RankError` unless both are ranks and ``lower < upper``.

    >>> rank_between("", None), rank_between("a1", None), rank_between("a1", "a2"), rank_between("a1", "a9")
    ('a1', 'a2', 'a1V', 'a5')
    """
    if not is_rank(lower) or (upper is not None and not is_rank(upper)):
        raise RankError(f"not a rank: {lower!r} or {upper!r}; use letters and digits without a 0 at the end")
    if upper is None:
        return _after(lower)
    if lower >= upper:
        raise RankError(f"no rank between {lower!r} and {upper!r}: the first must sort before the second")
    shared = 0
    while shared < len(lower) and lower[shared] == upper[shared]:
        shared += 1
    if shared == len(lower):
        return lower + _below(upper[shared:]) if lower else _before(upper)
    low, high = _VALUE[lower[shared]], _VALUE[upper[shared]]
    if high - low > 1:
        return lower[:shared] + DIGITS[(low + high) // 2]
    return lower[: shared + 1] + _above(lower[shared + 1 :])


def initial_ranks(count: int) -> Iterator[str]:
    """Ranks for ``count`` new rows under one parent, in order.

    >>> list(initial_ranks(3))
    ['a1', 'a2', 'a3']
    """
    rank = ""
    for _ in range(count):
        rank = _after(rank)
        yield rank


def _width(head: str) -> int:
    """How many digits belong to a head letter; 0 for a character that is not one."""
    if "a" <= head <= "z":
        return ord(head) - ord("a") + 1
    return ord("Z") - ord(head) + 1 if "A" <= head <= "Z" else 0


def _after(rank: str) -> str:
    """The next rank of the sequence: strictly above ``rank``, below nothing."""
    if not rank or not _width(rank[0]):
        return _FIRST
    head = rank[0]
    width = _width(head)
    digits = _incremented(rank[1 : width + 1].ljust(width, "0"))
    if digits is not None:
        return head + digits
    if head == "z":
        return rank + "V"
    following = "a" if head == "Z" else chr(ord(head) + 1)
    return following + "1".rjust(_width(following), "0")


def _before(rank: str) -> str:
    """The previous rank of the sequence: strictly below ``rank``, which is not empty, and above the empty string."""
    head = rank[0]
    width = _width(head)
    if not width:
        return _below(rank)
    digits = rank[1 : width + 1].ljust(width, "0")
    whole = head + digits
    if whole < rank and digits[-1] != "0":
        return whole
    lowered = _decremented(digits)
    if lowered is not None:
        return head + lowered
    if head == "A":
        return "5"
    preceding = "Z" if head == "a" else chr(ord(head) - 1)
    return preceding + "z" * _width(preceding)


def _above(rank: str) -> str:
    """Above ``rank``, which may be empty, without an upper end: half of the way, at the last digit the sequence."""
    digit = _VALUE[rank[0]] if rank else 0
    if digit < len(DIGITS) - 1:
        return DIGITS[(digit + len(DIGITS)) // 2]
    return "z" + _after(rank[1:])


def _below(rank: str) -> str:
    """Below ``rank``, which is not empty, and above the empty string: half of the way, then the sequence."""
    digit = _VALUE[rank[0]]
    if digit > 1:
        return DIGITS[digit // 2]
    if digit == 1:
        return "1" if len(rank) > 1 else "0" + _FIRST
    return "0" + _before(rank[1:])


def _incremented(digits: str) -> str | None:
    """The next number of the same width that does not end in 0, ``None`` after the last one."""
    kept = digits.rstrip("z")
    if not kept:
        return None
    raised = kept[:-1] + DIGITS[_VALUE[kept[-1]] + 1]
    zeros = len(digits) - len(kept)
    return raised if not zeros else raised + "0" * (zeros - 1) + "1"


def _decremented(digits: str) -> str | None:
    """The number before of the same width that does not end in 0, ``None`` before the first one."""
    if digits[-1] > "1":
        return digits[:-1] + DIGITS[_VALUE[digits[-1]] - 1]
    kept = digits[:-1].rstrip("0")
    if not kept:
        return None
    return kept[:-1] + DIGITS[_VALUE[kept[-1]] - 1] + "z" * (len(digits) - len(kept))
