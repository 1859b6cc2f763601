"""English: what each rule of the plan review says.

A rule has four texts: ``rule.<id>.title``, ``rule.<id>.test`` (what passes), ``rule.<id>.why`` and ``rule.<id>.mend``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.messages.rules.dcma import DCMA
from headway.messages.rules.extra import EXTRA
from headway.messages.rules.gao import GAO

if TYPE_CHECKING:
    from headway.messages.catalogue import Plural

REASONS: dict[str, str | Plural] = {
    "rule.reason.nothing_to_look_at": "The plan holds nothing that this rule looks at.",
    "rule.reason.no_data_date": (
        "The plan has no data date (status date), so nobody can say what should be done by now. Set it "
        "to the day up to which progress is entered."
    ),
    "rule.reason.no_baseline": "The plan has no baseline to compare with. Save one when the dates are agreed.",
    "rule.reason.nothing_due": "By the baseline nothing is due yet.",
    "rule.reason.all_done": "Everything is finished.",
    "rule.reason.switched_off": "Your organisation's thresholds switch this rule off.",
}

TESTS: dict[str, str | Plural] = {
    "rule.test.let_pass": "{test} Up to {most_count} are let pass.",
}

RULES: dict[str, str | Plural] = {**DCMA, **GAO, **EXTRA, **REASONS, **TESTS}
