"""Documents on paper: PDF, set by typst from one template and the document as data."""

from __future__ import annotations

from headway.reports.pdf.rendering import CannotSetError, render

__all__ = ["CannotSetError", "render"]
