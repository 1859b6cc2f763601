"""The drawing as pixels: of the right size, and with its letters."""

from __future__ import annotations

import re
import struct
import zlib

import pytest

from headway.reports.gantt_picture import PictureOptions, PictureTooLargeError, to_png
from headway.reports.gantt_picture.raster import MOST_PIXELS
from tests.drawn import build
from tests.unit.reports.example import example
from tests.unit.reports.gantt_picture.drawings import drawing_of, scheduled

BLANK = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}"></svg>'


def size_of(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def pixels(png: bytes) -> bytes:
    """The unpacked rows, filters still in: enough to see whether two pictures differ."""
    at, packed = 8, b""
    while at < len(png):
        (length,), kind = struct.unpack(">I", png[at : at + 4]), png[at + 4 : at + 8]
        packed += png[at + 8 : at + 8 + length] if kind == b"IDAT" else b""
        at += length + 12
    return zlib.decompress(packed)


def test_it_has_two_pixels_for_each_of_the_drawing() -> None:
    drawing = drawing_of(scheduled(example()), PictureOptions(width=800))
    width, height = size_of(to_png(drawing.text))
    assert (width, height) == tuple(round(2 * length) for length in drawing.size)


@pytest.mark.parametrize("words", ["Bridge over the stream", "Foundations", "11 Mar 2027", "Ben", "Mar 2027"])
def test_the_letters_are_there(words: str) -> None:
    """Without its fonts the program that draws leaves all texts out and says nothing: a picture with a text must
    differ from one without."""
    drawing = drawing_of(scheduled(example()), PictureOptions(width=800))
    assert words in drawing.texts()
    silent = re.sub(rf"(<text[^>]*>){words}</text>", r"\1</text>", drawing.text)
    assert silent != drawing.text
    assert pixels(to_png(drawing.text)) != pixels(to_png(silent))


def test_a_large_drawing_becomes_a_coarser_picture() -> None:
    width, height = size_of(to_png(BLANK.format(5_000, 8_000)))
    assert width * height <= MOST_PIXELS * 1.01
    assert width > 5_000


def test_a_drawing_that_would_only_blur_is_refused() -> None:
    with pytest.raises(PictureTooLargeError, match="200 million points"):
        to_png(BLANK.format(2_000, 100_000))


def test_an_empty_plan_is_a_picture_too() -> None:
    assert size_of(to_png(drawing_of(scheduled(build("project: start 2027-03-01"))).text, 1))[0] == 1_500
