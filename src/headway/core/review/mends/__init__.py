"""What Headway offers to mend: for a rule, the edits that take its rows away without guessing.

A rule that is not here has no offer: somebody has to decide (an owner, an estimate, a promise that was broken), and
the words of the rule say so.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from headway.core.review.mends import (
    hard_constraints,
    lags,
    leads,
    link_types,
    open_ends,
    past_work,
    summary_links,
)

if TYPE_CHECKING:
    from headway.core.review.rule import Asked
    from headway.core.review.values import Offer, Result

Mend = Callable[["Asked", "Result"], Iterable["Offer"]]
"""The offers for what a rule found; computed from the plan as it is now."""

MENDS: Mapping[str, Mend] = types.MappingProxyType(
    {
        "dcma-01": open_ends.logic,
        "dcma-02": leads.offer,
        "dcma-03": lags.offer,
        "dcma-04": link_types.offer,
        "dcma-05": hard_constraints.offer,
        "dcma-09": past_work.offer,
        "dangling-finish": open_ends.dangling_finishes,
        "dangling-start": open_ends.dangling_starts,
        "finish-milestone": open_ends.finish,
        "links-on-summaries": summary_links.offer,
        "long-lags": lags.offer,
        "summary-only-logic": summary_links.offer_for_tasks,
    }
)
"""Rule id to what it offers."""
