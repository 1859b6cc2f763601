"""A plan on one page, for a sponsor: when it ends, what that hangs on, what comes next and what is wrong with it."""

from __future__ import annotations

from headway.reports.plan_page.facts import Source, page_facts
from headway.reports.plan_page.page import render

__all__ = ["Source", "page_facts", "render"]
