"""GAO 5: dates agree along the links and up the outline."""

from __future__ import annotations

from headway.core.review.practice import practice

RULE = practice(5, "delays-arrive", "summaries-agree")
