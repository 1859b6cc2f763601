"""The report of a plan, for a sponsor: when it ends, what changed, what that hangs on, what comes next, who works."""

from __future__ import annotations

from headway.reports.plan_report.compose import compose
from headway.reports.plan_report.facts import report_facts
from headway.reports.plan_report.known import Source
from headway.reports.plan_report.mends import Judged
from headway.reports.plan_report.since import Last

__all__ = ["Judged", "Last", "Source", "compose", "report_facts"]
