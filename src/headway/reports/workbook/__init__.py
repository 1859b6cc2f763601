"""Documents as workbooks: tables with real numbers and dates, and charts that follow them."""

from __future__ import annotations

from headway.reports.workbook.rendering import render

__all__ = ["render"]
