"""GAO 3: somebody is there to do the work."""

from __future__ import annotations

from headway.core.review.practice import practice

RULE = practice(3, "dcma-10", "no-owner", "over-allocation")
