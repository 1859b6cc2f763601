"""GAO 2: all the work is in order."""

from __future__ import annotations

from headway.core.review.practice import practice

RULE = practice(
    2,
    "loops",
    "dcma-01",
    "dcma-02",
    "dcma-03",
    "dcma-04",
    "dcma-05",
    "dangling-start",
    "dangling-finish",
    "links-on-summaries",
    "summary-only-logic",
    "milestones-without-logic",
)
