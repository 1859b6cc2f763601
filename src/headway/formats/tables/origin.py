"""Where a plan and its dates come from: what a document says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from headway.formats.results import Loss


@dataclass(frozen=True, slots=True)
class Origin:
    """The source of a document; nothing here is asked of a clock."""

    file: str
    """Name of the plan file, without its folder."""
    title: str = ""
    """Kind of the plan file, for people."""
    application: str = ""
    """What wrote the plan file."""
    computed: bool = False
    """The dates were computed; else they are those saved in the file."""
    losses: tuple[Loss, ...] = ()
    """What reading the file did not keep."""
    written: datetime | None = None
    """When the document is made."""
