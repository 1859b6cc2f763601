"""What Headway offers to mend: for a rule, the edits that take its rows away without guessing.

A rule that is not here has no offer: somebody has to decide (an owner, an estimate, a promise that was broken), and
the words of the rule say so.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from headway.core.review.rule import Asked
    from headway.core.review.values import Offer, Result

Mend = Callable[["Asked", "Result"], Iterable["Offer"]]
"""The offers for what a rule found; computed from the plan as it is now."""

MENDS: Mapping[str, Mend] = types.MappingProxyType({})
"""Rule id to what it offers."""
