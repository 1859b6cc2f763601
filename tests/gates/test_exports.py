"""The public library is one list, typed and documented."""

from __future__ import annotations

import re

import pytest

import headway
from tests.gates.sources import ROOT

PUBLIC = [
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


def test_this_is_all_there_is() -> None:
    assert headway.__all__ == PUBLIC


@pytest.mark.parametrize("name", PUBLIC)
def test_it_is_there_and_documented(name: str) -> None:
    thing = getattr(headway, name)
    assert name == "__version__" or thing.__doc__
    page = (ROOT / "docs/reference/library.md").read_text()
    assert name == "__version__" or re.search(rf"^## `headway\.{name}\b", page, flags=re.MULTILINE)


def test_a_wrong_name_is_told_the_right_ones() -> None:
    with pytest.raises(AttributeError, match=r"it has PlanFileError, __version__, .*read"):
        getattr(headway, "raed")  # noqa: B009 (mypy would refuse the attribute)


def test_types_are_published() -> None:
    assert (ROOT / "src/headway/py.typed").exists()
