"""English: what an edit does, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from headway.messages.catalogue import Plural

EDITS: dict[str, str | Plural] = {
    "edit.link_tasks.FS": "Let {successor} start when {predecessor} is finished.",
    "edit.link_tasks.SS": "Let {successor} start when {predecessor} starts.",
    "edit.link_tasks.FF": "Let {successor} finish when {predecessor} is finished.",
    "edit.link_tasks.SF": "Let {successor} finish when {predecessor} starts.",
    "edit.unlink_tasks": "Take away the {kind} link from {predecessor} to {successor}.",
}
