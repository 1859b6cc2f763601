"""The PDF, opened by another library: what it says, how it is tagged, which fonts it holds, what it does not tell."""

from __future__ import annotations

import io
import re
import socket
import struct
import zlib
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from headway.reports.document import Brand, Cell, Fact, Item, Items, Logo, Paragraph, Section, Table
from headway.reports.pdf import CannotSetError, render
from headway.reports.pdf.setting import breakable
from tests.unit.reports import sample_document
from tests.unit.reports.charts.samples import NAMES, PAYLOADS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from headway.reports.document import Document

MARKUP = (
    '#import "@preview/cetz:0.3.0": *',
    '#read("/etc/passwd")',
    "$x^2$ \\ *bold* _it_ `raw`",
    "= Heading",
    "#panic()",
    "<label> @ref",
    "// gone",
    "/* gone */ kept",
    '"); #sys.version ("',
    "https://example.org",
)


@pytest.fixture(scope="module")
def made() -> bytes:
    return render(sample_document.document())


@pytest.fixture(scope="module")
def opened(made: bytes) -> pypdf.PdfReader:
    return read(made)


def read(made: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(made), strict=True)


def words(reader: pypdf.PdfReader) -> str:
    text = " ".join(page.extract_text() for page in reader.pages)
    return re.sub(r"\s+", " ", text.replace("\u200b", ""))


def catalogue(reader: pypdf.PdfReader) -> Any:
    return reader.trailer["/Root"]


def elements(reader: pypdf.PdfReader) -> Iterator[Any]:
    """The structure tree in reading order."""
    waiting: list[Any] = [catalogue(reader)["/StructTreeRoot"]]
    while waiting:
        each = waiting.pop().get_object()
        if isinstance(each, ArrayObject):
            waiting.extend(reversed(each))
        elif isinstance(each, DictionaryObject):
            if "/S" in each:
                yield each
            if "/K" in each:
                waiting.append(each["/K"])


def tags(reader: pypdf.PdfReader) -> list[str]:
    return [str(each["/S"]) for each in elements(reader)]


def one_section(*blocks: Any) -> Document:
    return replace(sample_document.document(), sections=(Section("s", "Section", blocks),))


def test_everything_that_the_document_says_is_on_paper(opened: pypdf.PdfReader) -> None:
    text = words(opened)
    for part in (
        "Village hall",
        "ten working days later than its baseline",
        "Twelve of its 64",
        "Decide by 2 April",
        "Manager: A. Mason",
        "At a glance",
        "17 of 81",
        "of 64 unfinished",
        "Off track",
        "The plan holds no costs.",
        "12 Mar 2027",
        "misses its deadline",
        "North wing",
        "is later than the baseline.",
        "takes five days longer than before.",
        "What moved the finish",
        "Float is the room.",
        "Dates are computed by",
        "Headway 0.1",
        "Oak & Partners",
        "1 / 2",
        "2 / 2",
    ):
        assert part in text


def test_what_is_folded_on_a_page_is_not_on_paper(opened: pypdf.PdfReader) -> None:
    text = words(opened)
    assert "Hidden" not in text
    assert "All dates" not in text
    assert "Milestone 8" not in text


def test_charts_carry_their_text(made: bytes) -> None:
    """The letters of a chart are those of the font; a drawing of the same without names is smaller."""
    text = words(read(made))
    for name in NAMES:
        assert name.replace("<", "").split()[0] in text
    assert "21 Mar 2027" in text


def test_it_is_two_pages_of_a4(opened: pypdf.PdfReader) -> None:
    assert len(opened.pages) == 2
    assert [round(float(value)) for value in opened.pages[0].mediabox[2:]] == [595, 842]


def test_it_is_tagged_in_reading_order(opened: pypdf.PdfReader) -> None:
    found = tags(opened)
    assert catalogue(opened)["/MarkInfo"]["/Marked"]
    assert found.count("/H1") == 1
    assert found.count("/H2") == 7
    assert found.count("/Figure") == 3
    assert found.count("/Table") == 1
    assert found.count("/TH") == 5
    assert found.count("/TD") == 20
    assert found.count("/LI") == 2
    assert found.index("/H1") < found.index("/H2") < found.index("/Table") < found.index("/L")


def test_heads_of_columns_say_that_they_are(opened: pypdf.PdfReader) -> None:
    heads = [each for each in elements(opened) if each["/S"] == "/TH"]
    scopes = [attribute.get("/Scope") for each in heads for attribute in attributes(each)]
    assert scopes.count("/Column") == 5


def attributes(element: Any) -> list[Any]:
    held: Any = element.get("/A", [])
    held = held.get_object()
    return list(held) if isinstance(held, ArrayObject) else [held]


def test_every_picture_has_its_words(opened: pypdf.PdfReader) -> None:
    alts = [str(each["/Alt"]) for each in elements(opened) if each["/S"] == "/Figure"]
    assert alts == ["Four tasks lead to the end.", "Three of 61 tasks have none.", "The most work is in M5: 50 hours."]


def test_it_says_its_language_title_and_standard(opened: pypdf.PdfReader) -> None:
    root = catalogue(opened)
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert opened.metadata is not None
    assert opened.metadata.title == "Village hall: report of 21 March 2027"
    assert opened.metadata.author == "A. Mason"
    xmp = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp


def test_its_fonts_are_in_it_and_are_ours(opened: pypdf.PdfReader) -> None:
    fonts = set()
    resources: list[Any] = [page["/Resources"] for page in opened.pages]
    for each in resources:
        for font in each["/Font"].values():
            inner = font["/DescendantFonts"][0]
            descriptor = inner["/FontDescriptor"]
            assert any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3"))
            fonts.add(str(font["/BaseFont"]).split("+")[1].split("-")[0])
    assert fonts == {"SourceSansPro"}


def test_the_same_document_gives_the_same_bytes(made: bytes) -> None:
    assert render(sample_document.document()) == made


def test_it_tells_neither_the_time_nor_the_machine(opened: pypdf.PdfReader) -> None:
    assert opened.metadata is not None
    assert set(opened.metadata) <= {"/Title", "/Author", "/Subject", "/Creator", "/Producer"}
    xmp = catalogue(opened)["/Metadata"].get_data().decode()
    for told in (socket.gethostname(), "/tmp", "/root", "/home", "CreateDate>20", "ModifyDate>20"):
        assert told not in xmp


@pytest.mark.parametrize("payload", MARKUP)
def test_markup_in_any_text_is_shown_letter_by_letter(payload: str) -> None:
    """Every string of the document is the payload; charts, tables, lists, facts, brand and title included."""
    document = poisoned(sample_document.document(), payload)
    text = words(read(render(document))).replace(" ", "")
    shown = payload.replace(" ", "")
    assert text.count(shown) > 20
    assert "root:x:0" not in text


def poisoned(value: Any, payload: str) -> Any:
    """The document with every text that a plan or a person gives replaced."""
    kept = {"id", "locale", "language", "media_type", "accent", "accent_dark", "kind", "folded", "tone"}
    if isinstance(value, str) and type(value) is str:
        return payload
    if isinstance(value, tuple):
        return tuple(poisoned(each, payload) for each in value)
    fields = getattr(value, "__dataclass_fields__", None)
    if fields is None:
        return value
    changed = {name: poisoned(getattr(value, name), payload) for name in fields if name not in kept}
    return replace(value, **changed)


@pytest.mark.parametrize("payload", [payload for payload in PAYLOADS if payload])
def test_no_text_can_stop_it(payload: str) -> None:
    assert render(poisoned(sample_document.document(), payload)).startswith(b"%PDF-")


def test_empty_texts_everywhere_give_a_document() -> None:
    assert len(read(render(poisoned(sample_document.document(), ""))).pages) >= 1


def test_a_document_of_nothing_is_a_page() -> None:
    bare = replace(sample_document.document(), sections=(), facts=(), summary=(), ask="", footnotes=(), author="")
    reader = read(render(bare))
    assert len(reader.pages) == 1
    assert reader.metadata is not None
    assert not reader.metadata.author


@pytest.mark.parametrize("name", ["项目计划", "שלום", "🚀 launch", "\ue000 private"])
def test_letters_that_the_font_lacks_do_not_stop_it(name: str) -> None:
    reader = read(render(one_section(Paragraph(f"before {name} after"))))
    assert "before" in words(reader)
    assert "after" in words(reader)


def test_four_hundred_milestones_run_over_pages_with_their_heads() -> None:
    reader = read(render(one_section(sample_document.milestone_table(400))))
    assert len(reader.pages) > 8
    for page in reader.pages[:-1]:
        assert "Baseline" in page.extract_text()
    assert "399" in words(reader)
    assert tags(reader).count("/TH") == 5, "repeated heads are no content"


@pytest.mark.parametrize("name", ["Frame and roof " * 6, "x" * 90, "/".join(["folder"] * 15)])
def test_a_long_name_leaves_room_for_its_neighbours(name: str) -> None:
    rows = tuple((Cell(name), *row[1:]) for row in sample_document.milestone_table().rows)
    long = replace(sample_document.milestone_table(), rows=rows)
    reader = read(render(one_section(long)))
    places: list[float] = []

    def visit(text: str, _cm: Any, matrix: Any, _font: Any, _size: Any) -> None:
        if text.strip():
            places.append(float(matrix[4]))

    reader.pages[0].extract_text(visitor_text=visit)
    assert max(places) < 595 - 17 * 72 / 25.4
    assert "17 Sep 2027" in words(reader)


def test_a_table_with_only_short_columns_still_fills_the_width() -> None:
    table = Table("t", "t", sample_document.twin().columns, sample_document.twin().rows)
    assert "17" in words(read(render(one_section(table))))


def picture(side: int = 8, remark: bytes = b"") -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\x00" + b"\x10\x60\x90" * side for _ in range(side)))
    said = chunk(b"tEXt", b"Author\x00" + remark) if remark else b""
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + said + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


VECTOR = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="red"/></svg>'
)


@pytest.mark.parametrize("logo", [Logo("image/png", picture(), "Oak"), Logo("image/svg+xml", VECTOR, "Oak")])
def test_the_logo_stands_at_the_top_with_its_words(logo: Logo) -> None:
    document = replace(sample_document.document(), brand=Brand("Oak", logo, accent="#004488"))
    reader = read(render(document))
    assert next(str(each["/Alt"]) for each in elements(reader) if each["/S"] == "/Figure") == "Oak"


@pytest.mark.parametrize("logo", [Logo("image/png", b"not a picture", "x"), Logo("image/svg+xml", b"<svg", "x")])
def test_a_damaged_logo_is_named_as_the_trouble(logo: Logo) -> None:
    with pytest.raises(CannotSetError, match=r"image|SVG") as caught:
        render(replace(sample_document.document(), brand=Brand("Oak", logo)))
    assert "logo" in caught.value.mend


def test_a_logo_that_refers_to_a_file_does_not_bring_it_in(tmp_path: Any) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(picture(33))
    sneaky = (
        b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="20">'
        b'<image width="40" height="20" xlink:href="' + str(secret).encode() + b'"/></svg>'
    )
    document = replace(sample_document.document(), brand=Brand("Oak", Logo("image/svg+xml", sneaky, "x")))
    try:
        made = render(document)
    except CannotSetError:
        return
    assert not [image for page in read(made).pages for image in page.images]


def test_lists_without_items_and_facts_without_value_are_left_out_or_empty() -> None:
    document = replace(one_section(Items(()), Items((Item("Only lead"),))), facts=(Fact("Manager", ""),))
    assert "Only lead" in words(read(render(document)))


def test_long_runs_get_places_to_break() -> None:
    assert breakable("short words only") == "short words only"
    assert max(len(part) for part in breakable("A" * 100).split("\u200b")) == 12
    assert breakable("名" * 40) == "名" * 40, "Chinese breaks anywhere by itself"


def line_height(reader: pypdf.PdfReader) -> float:
    """From one line of text to the next on the second page."""
    heights: list[float] = []

    def visit(text: str, cm: Any, matrix: Any, _font: Any, _size: Any) -> None:
        if text.startswith("Line"):
            heights.append(float(matrix[5] * cm[3] + cm[5]))

    reader.pages[1].extract_text(visitor_text=visit)
    return abs(heights[5] - heights[4])


def test_a_last_page_of_a_few_lines_is_spared() -> None:
    """A report that runs over the second page is set tighter instead of having a third one."""
    lines = tuple(Paragraph(f"Line {number} of a report that is too long for its paper.") for number in range(160))
    usual, long, longest = (read(render(one_section(*lines[:count]))) for count in (85, 112, 160))
    assert [len(each.pages) for each in (usual, long, longest)] == [2, 2, 3]
    assert line_height(long) < line_height(usual) == line_height(longest)


def test_signs_in_sentences_are_drawn_with_our_own_font() -> None:
    made = render(replace(one_section(Paragraph("x")), footnotes=("● as promised, ▲ later, ■ late, ○ not assessed.",)))
    assert b"DejaVu" not in made
    assert "pdfuaid" in catalogue(read(made))["/Metadata"].get_data().decode()


def test_a_sign_stays_with_its_word() -> None:
    assert breakable("▲ later · ● on time") == "▲\u00a0later\u00a0· ●\u00a0on time"


def test_the_line_above_later_pages_is_one_line() -> None:
    long = replace(one_section(sample_document.milestone_table(120)), name="Renewal of the northern wing " * 6)
    second = read(render(long)).pages[1].extract_text()
    assert "…" in second
    assert "Plan report" not in second


def test_it_is_dated_as_of() -> None:
    reader = read(render(replace(sample_document.document(), as_of=date(2027, 3, 21))))
    assert reader.metadata is not None
    assert str(reader.metadata.get("/CreationDate")).startswith("D:20270321")


def test_what_a_logo_says_of_its_maker_stays_outside() -> None:
    document = replace(sample_document.document(), brand=Brand("Oak", Logo("image/png", picture(8, b"CANARY"), "Oak")))
    reader = read(render(document))
    objects = [reader.get_object(number) for number in reader.xref[0]]
    streams = [each.get_data() for each in objects if isinstance(each, StreamObject)]
    assert len(streams) > 5
    assert not any(b"CANARY" in stream for stream in streams)
    assert b"CANARY" not in render(document)
