"""Recomputed dates beside the dates that the source file saved."""

from __future__ import annotations

from headway.core.compare.compare import (
    FIELDS,
    Comparison,
    Difference,
    FieldCount,
    compare,
)

__all__ = ["FIELDS", "Comparison", "Difference", "FieldCount", "compare"]
