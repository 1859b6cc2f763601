"""The rules, one module each, in the order in which they are told.

A new rule is a module with ``RULE`` and a line here; it needs texts in :mod:`headway.messages.rules` and a page in
``docs/reference/rules``.
"""

from __future__ import annotations

import types
from typing import TYPE_CHECKING

from headway.core.review.rules import (
    dcma_01_logic,
    dcma_02_leads,
    dcma_03_lags,
    dcma_04_link_types,
    dcma_05_hard_constraints,
    dcma_06_high_float,
    dcma_07_negative_float,
    dcma_08_high_duration,
    dcma_09_invalid_dates,
    dcma_10_resources,
    dcma_11_missed_tasks,
    dcma_13_cpli,
    dcma_14_bei,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from headway.core.review.rule import Rule

_MODULES = (
    dcma_01_logic,
    dcma_02_leads,
    dcma_03_lags,
    dcma_04_link_types,
    dcma_05_hard_constraints,
    dcma_06_high_float,
    dcma_07_negative_float,
    dcma_08_high_duration,
    dcma_09_invalid_dates,
    dcma_10_resources,
    dcma_11_missed_tasks,
    dcma_13_cpli,
    dcma_14_bei,
)

RULES: Mapping[str, Rule] = types.MappingProxyType({module.RULE.id: module.RULE for module in _MODULES})
"""Rule id to rule.  A rule that looks at the results of others stands after them."""
