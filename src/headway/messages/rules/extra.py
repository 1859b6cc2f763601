"""English: rules of our own: title, test, why it matters, how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from headway.messages.catalogue import Plural

EXTRA: dict[str, str | Plural] = {}
