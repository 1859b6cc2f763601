"""The rules, one module each, in the order in which they are told.

A new rule is a module with ``RULE`` and a line here; it needs texts in :mod:`headway.messages.rules` and a page in
``docs/reference/rules``.
"""

from __future__ import annotations

import types
from typing import TYPE_CHECKING

from headway.core.review.rules import (
    critical_path_gaps,
    dangling_finish,
    dangling_start,
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
    dcma_12_critical_path_test,
    dcma_13_cpli,
    dcma_14_bei,
    delays_arrive,
    duplicate_links,
    elapsed_durations,
    empty_elements,
    estimated_durations,
    finish_milestone,
    gao_01_all_activities,
    gao_02_sequencing,
    gao_03_resources,
    gao_04_durations,
    gao_05_traceability,
    gao_06_critical_path,
    gao_07_float,
    gao_08_risk_analysis,
    gao_09_updating,
    gao_10_baseline,
    inactive_predecessor,
    links_on_summaries,
    long_in_progress,
    long_lags,
    loops,
    manual_tasks,
    milestones_without_logic,
    missed_dates,
    no_owner,
    not_in_baseline,
    out_of_sequence,
    over_allocation,
    round_estimates,
    stale_progress,
    summaries_agree,
    summary_only_logic,
    task_names,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from headway.core.review.rule import Rule

_DCMA = (
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
    dcma_12_critical_path_test,
    dcma_13_cpli,
    dcma_14_bei,
)

_EXTRA = (
    loops,
    dangling_start,
    dangling_finish,
    out_of_sequence,
    duplicate_links,
    long_lags,
    links_on_summaries,
    summary_only_logic,
    milestones_without_logic,
    inactive_predecessor,
    delays_arrive,
    critical_path_gaps,
    finish_milestone,
    summaries_agree,
    empty_elements,
    task_names,
    manual_tasks,
    estimated_durations,
    elapsed_durations,
    round_estimates,
    not_in_baseline,
    stale_progress,
    long_in_progress,
    missed_dates,
    no_owner,
    over_allocation,
)
_GAO = (
    gao_01_all_activities,
    gao_02_sequencing,
    gao_03_resources,
    gao_04_durations,
    gao_05_traceability,
    gao_06_critical_path,
    gao_07_float,
    gao_08_risk_analysis,
    gao_09_updating,
    gao_10_baseline,
)
_MODULES = (*_DCMA, *_EXTRA, *_GAO)

RULES: Mapping[str, Rule] = types.MappingProxyType({module.RULE.id: module.RULE for module in _MODULES})
"""Rule id to rule.  A rule that looks at the results of others stands after them."""
