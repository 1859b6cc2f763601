"""Headway: read a project plan from any file, get its dates, and learn why they are what they are."""

from __future__ import annotations

from headway._kernel_cache import use_kernel_cache
from headway._version import VERSION as __version__

__all__ = ["__version__"]

use_kernel_cache()
