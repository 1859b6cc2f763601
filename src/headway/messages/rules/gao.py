"""English: the ten practices of the GAO schedule guide: title, test, why it matters, how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from headway.messages.catalogue import Plural

GAO: dict[str, str | Plural] = {}
