"""A document as one web page: self-contained, without scripts, readable on a phone, in the dark and on paper."""

from __future__ import annotations

from headway.reports.page.page import render

__all__ = ["render"]
