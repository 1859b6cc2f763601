"""GAO 7: float is reasonable."""

from __future__ import annotations

from headway.core.review.practice import practice

RULE = practice(7, "dcma-06", "dcma-07")
