"""English: what changed from one plan to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from headway.messages.catalogue import Plural

DIFFERENCES: dict[str, str | Plural] = {}
