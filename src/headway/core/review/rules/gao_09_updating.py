"""GAO 9: the plan is kept up to date."""

from __future__ import annotations

from headway.core.review.practice import practice

RULE = practice(9, "dcma-09", "out-of-sequence", "stale-progress", "long-in-progress")
