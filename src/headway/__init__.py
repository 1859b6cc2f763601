"""Headway: read a project plan from any file, get its dates, and learn why they are what they are.

>>> import headway
>>> plan = headway.read("examples/village-hall.xml")
>>> schedule = headway.schedule(plan)
>>> headway.to_datetime(schedule.finish).isoformat(" ")
'2026-09-10 17:00:00'
>>> headway.render(headway.explain(schedule, 21).start.message)
"Starts Fri 28 Aug 2026 because 'Building inspection passed' finishes Thu 27 Aug."
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from headway._kernel_cache import use_kernel_cache
from headway._version import VERSION as __version__

if TYPE_CHECKING:
    from headway.core.time import to_datetime, to_instant
    from headway.formats.errors import PlanFileError
    from headway.library import explain, read, review, schedule, write
    from headway.messages import render

__all__ = [
    "PlanFileError",
    "__version__",
    "explain",
    "read",
    "render",
    "review",
    "schedule",
    "to_datetime",
    "to_instant",
    "write",
]

_HOMES = {
    "PlanFileError": "headway.formats.errors",
    "explain": "headway.library",
    "read": "headway.library",
    "render": "headway.messages",
    "review": "headway.library",
    "schedule": "headway.library",
    "to_datetime": "headway.core.time",
    "to_instant": "headway.core.time",
    "write": "headway.library",
}

use_kernel_cache()


def __dir__() -> list[str]:
    """What is there to use, loaded or not."""
    return sorted(__all__)


def __getattr__(name: str) -> object:
    """Load what is asked for, and only then: ``import headway`` alone costs neither numbers nor files."""
    if name not in _HOMES:
        message = f"headway has no {name!r}; it has {', '.join(__all__)}"
        raise AttributeError(message)
    return getattr(importlib.import_module(_HOMES[name]), name)
