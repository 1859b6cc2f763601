"""Every edit has its module, its text, its page and its tests, under one name."""

from __future__ import annotations

import pytest

from headway.core.edits import EDITS
from headway.messages.edits import EDITS as TEXTS
from tests.gates.sources import ROOT

PAGES = ROOT / "docs/reference/edits"


@pytest.mark.parametrize("name", EDITS)
def test_it_has_all_that_belongs_to_it(name: str) -> None:
    assert (ROOT / f"src/headway/core/edits/{name}.py").is_file()
    assert (ROOT / f"tests/unit/core/edits/test_{name}.py").is_file()
    assert any(code == f"edit.{name}" or code.startswith(f"edit.{name}.") for code in TEXTS)
    page = (PAGES / f"{name}.md").read_text()
    assert page.startswith("# ")
    for head in ("## Fields", "## Changes", "## When it is refused"):
        assert head in page, f"{name}.md lacks {head}"
    for field in EDITS[name].struct.__struct_fields__:
        assert f"`{field}`" in page, f"{name}.md says nothing about {field}"


def test_no_page_is_left_over() -> None:
    assert {page.stem for page in PAGES.glob("*.md")} == {*EDITS, "README"}


def test_the_list_names_every_edit() -> None:
    index = (PAGES / "README.md").read_text()
    assert [name for name in EDITS if f"({name}.md)" not in index] == []
