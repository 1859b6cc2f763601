"""How the engine's inner functions are compiled.

Kernels read and write arrays that their caller owns and never allocate, so numba's reference counting is switched
off: with it each call counts every array of its tuples up and down, which costs more than the arithmetic. Functions
that make arrays use ``njit`` itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from numba import njit

F = TypeVar("F", bound=Callable[..., Any])

_compile = njit(nogil=True, cache=True, error_model="numpy", _nrt=False)
_compile_inlined = njit(nogil=True, cache=True, error_model="numpy", _nrt=False, forceinline=True)


def kernel(function: F) -> F:
    """Compile a function that works on its caller's arrays."""
    compiled: F = _compile(function)
    return compiled


def inlined(function: F) -> F:
    """As :func:`kernel`, and copied into its callers: for the steps that run once a link or task."""
    compiled: F = _compile_inlined(function)
    return compiled
