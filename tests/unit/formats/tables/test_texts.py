"""Texts as files may hold them."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headway.formats.tables.texts import MOST_CHARACTERS, cell_text, clean, inert, is_active
from tests.unit.formats.tables.hostile import FORMULAS


@pytest.mark.parametrize("text", [text for text in FORMULAS if not text.startswith("{")])
def test_what_may_begin_a_formula_stands_behind_an_apostrophe(text: str) -> None:
    assert is_active(text)
    assert inert(text) == "'" + text


@pytest.mark.parametrize("text", ["", "Deck", "2 + 3", "a=b", "'quoted", "1. Survey", "{=1+1}"])
def test_ordinary_texts_stay_as_they_are(text: str) -> None:
    assert not is_active(text)
    assert inert(text) == text


@given(st.text())
def test_a_clean_text_is_good_for_xml_and_keeps_its_length(text: str) -> None:
    cleaned = clean(text)
    element = ET.Element("a")
    element.text = cleaned
    # An XML reader turns a next-line character into nothing else, but joins carriage returns: there are none left.
    assert ET.fromstring(ET.tostring(element, encoding="utf-8")).text == (cleaned or None)
    assert len(cleaned) == len(text.replace("\r\n", "\n"))


@pytest.mark.parametrize("character", ["x", "é", "漢", "😀"])
def test_a_long_text_is_cut_to_what_a_cell_holds(character: str) -> None:
    cut = cell_text(character * 40_000)
    assert len(cut.encode("utf-16-le")) // 2 <= MOST_CHARACTERS
    assert cut.endswith(character + "…")
    assert len(cut.encode("utf-16-le")) // 2 >= MOST_CHARACTERS - 1


def test_a_text_that_just_fits_is_whole() -> None:
    assert cell_text("x" * MOST_CHARACTERS) == "x" * MOST_CHARACTERS
    assert cell_text("😀" * (MOST_CHARACTERS // 2)) == "😀" * (MOST_CHARACTERS // 2)
