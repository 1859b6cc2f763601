"""English: what changed from one plan to another."""

from __future__ import annotations

from headway.messages.catalogue import Plural

DIFFERENCES: dict[str, str | Plural] = {}
