"""English: rules of our own: title, test, why it matters, how to mend it."""

from __future__ import annotations

from headway.messages.catalogue import Plural

EXTRA: dict[str, str | Plural] = {}
