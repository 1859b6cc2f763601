"""English: what an edit does, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from headway.messages.catalogue import Plural

EDITS: dict[str, str | Plural] = {}
