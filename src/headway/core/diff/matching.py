"""Two plans aligned: which entity of the one is which of the other."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from headway.core.plan.plan import Plan


class Reason(StrEnum):
    """Why two entities count as the same one."""

    UNIQUE_ID = "unique_id"
    GUID = "guid"
    CODE = "code"
    PLACE = "place"
    """Same path of names in the outline."""
    NAME = "name"
    """Same name in another place: it was moved."""
    SIMILAR = "similar"
    """Same place, similar name: it was renamed."""
    ENDS = "ends"
    """A link or an assignment between the same entities."""


class Pair(msgspec.Struct, frozen=True, gc=False):
    """An entity of the old plan, and the one of the new plan that it became, each in its own plan's numbers."""

    old: int
    new: int
    reason: Reason


class Matching(msgspec.Struct, frozen=True, gc=False):
    """The new plan in the old one's numbers, and how that came about."""

    plan: Plan
    """The new plan; what the old plan has too has its number there, the rest numbers that the old plan does not use."""
    pairs: Mapping[str, tuple[Pair, ...]]
    """By entity name (``task``, ``link`` ...), in the order of the old numbers."""
    numbers: Mapping[str, Mapping[int, int]]
    """By entity name: the new plan's own number of each number in ``plan``."""
