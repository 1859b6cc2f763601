"""GAO 4: durations are short enough to follow and rest on estimates, in the same units."""

from __future__ import annotations

from headway.core.review.practice import practice

RULE = practice(4, "dcma-08", "estimated-durations", "round-estimates", "elapsed-durations")
