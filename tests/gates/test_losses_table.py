"""The page on formats lists every loss that writing may report, with its reason."""

from __future__ import annotations

from tests.gates import losses_table


def test_the_page_lists_the_documented_losses() -> None:
    text = losses_table.PAGE.read_text(encoding="utf-8")
    assert losses_table.BEGIN in text
    assert text == losses_table.page(text), "run bin/docs"
