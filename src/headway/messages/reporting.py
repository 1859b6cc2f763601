"""English: the words of reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from headway.messages.catalogue import Plural

REPORTING: dict[str, str | Plural] = {}
