"""English: the words of reports."""

from __future__ import annotations

from headway.messages.catalogue import Plural

REPORTING: dict[str, str | Plural] = {}
