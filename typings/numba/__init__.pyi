# numba publishes no types.  This states what our kernels use of it, and only what the house rules allow them to use.
# A compiled function keeps the type it is written with.
from collections.abc import Callable
from typing import Any, TypeVar, overload

_F = TypeVar("_F", bound=Callable[..., Any])
_R = TypeVar("_R")

__version__: str

@overload
def njit(function: _F, /) -> _F: ...
@overload
def njit(
    *,
    nogil: bool = ...,
    cache: bool = ...,
    inline: str = ...,
    forceinline: bool = ...,
    boundscheck: bool = ...,
    error_model: str = ...,
    _nrt: bool = ...,
) -> Callable[[_F], _F]: ...
def literal_unroll(items: _R) -> _R: ...
