"""GAO 6: the critical path is one."""

from __future__ import annotations

from headway.core.review.practice import practice

RULE = practice(6, "dcma-12", "critical-path-gaps")
