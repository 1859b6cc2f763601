# numba publishes no types.  This states what our kernels use of it, and only what the house rules allow them to use.
from collections.abc import Callable
from typing import Any, Generic, ParamSpec, TypeVar, overload

_P = ParamSpec("_P")
_R = TypeVar("_R")

__version__: str

class Dispatcher(Generic[_P, _R]):
    py_func: Callable[_P, _R]
    signatures: list[tuple[Any, ...]]
    def __call__(self, *args: _P.args, **kwargs: _P.kwargs) -> _R: ...
    def compile(self, signature: Any) -> Any: ...

@overload
def njit(function: Callable[_P, _R], /) -> Dispatcher[_P, _R]: ...
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
) -> Callable[[Callable[_P, _R]], Dispatcher[_P, _R]]: ...
def literal_unroll(items: _R) -> _R: ...
