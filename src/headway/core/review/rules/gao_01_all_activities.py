"""GAO 1: all the work is in the plan."""

from __future__ import annotations

from headway.core.review.practice import practice

RULE = practice(1, "empty-elements", "task-names", "finish-milestone")
