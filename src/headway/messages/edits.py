"""English: what an edit does, in words."""

from __future__ import annotations

from headway.messages.catalogue import Plural

EDITS: dict[str, str | Plural] = {}
