"""Pictures from strangers."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from headway.reports.logos import LARGEST, LogoError, checked_logo, plain_svg
from tests.unit.reports.test_branding import SVG, png

if TYPE_CHECKING:
    from pathlib import Path

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'


def test_a_png_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(png())
    logo = checked_logo(path, "")
    assert (logo.media_type, logo.data, logo.text) == ("image/png", png(), "logo")


@pytest.mark.parametrize("data", [png()[:40], png(5_000, 1), b"\x89PNG\r\n\x1a\n", b"GIF89a", b"", b"\xff\xd8\xff"])
def test_what_is_no_sound_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(data)
    with pytest.raises(LogoError) as caught:
        checked_logo(path, "Trust")
    assert caught.value.mend


def test_a_picture_of_a_camera_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(png() + b"\0" * LARGEST)
    with pytest.raises(LogoError, match="bytes"):
        checked_logo(path, "")


def test_a_drawing_keeps_its_shapes() -> None:
    root = ET.fromstring(plain_svg(SVG.encode()))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root[0].attrib == {"d": "M0 0h9v9z", "fill": "#048"}


def test_what_a_drawing_program_leaves_is_dropped() -> None:
    text = OPEN.replace(
        ">", ' xmlns:ink="http://ink" ink:version="1"><!-- by a program --><metadata>x</metadata><ink:view/>', 1
    )
    plain = plain_svg(f'{text}<g ink:label="a"><use xlink:href="#a"/></g></svg>'.encode()).decode()
    assert "ink" not in plain.replace("xlink", "")
    assert "metadata" not in plain
    assert "program" not in plain
    assert 'href="#a"' in plain


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        "<style>@import 'http://x'</style>",
        "<foreignObject><p/></foreignObject>",
        '<image href="http://example.org/a.png"/>',
        '<use href="http://example.org/a.svg#a"/>',
        '<use xlink:href="data:image/svg+xml,x"/>',
        '<a href="javascript:alert(1)"/>',
        '<path d="M0 0" onclick="x()"/>',
        '<path fill="url(http://example.org)"/>',
        '<path style="fill:url(&quot;//example.org&quot;)"/>',
        '<path style="fill: \\75rl(x)"/>',
        '<animate attributeName="href" to="javascript:x"/>',
        '<set attributeName="onclick"/>',
        "<g>" * 80 + "</g>" * 80,
    ],
)
def test_what_could_run_or_load_is_refused(inside: str) -> None:
    with pytest.raises(LogoError) as caught:
        plain_svg(f"{OPEN}{inside}</svg>".encode())
    assert caught.value.mend


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + SVG,
        '<!doctype svg SYSTEM "file:///etc/hostname">' + SVG,
        "<svg/>",
        "<html xmlns='http://www.w3.org/1999/xhtml'/>",
        SVG[:-4],
        "not a picture",
    ],
)
def test_what_is_no_plain_svg_is_refused(text: str) -> None:
    with pytest.raises(LogoError):
        plain_svg(text.encode())


def test_an_svg_in_another_encoding_is_refused() -> None:
    with pytest.raises(LogoError, match="UTF-8"):
        plain_svg(SVG.encode("utf-16"))


def test_a_gradient_of_its_own_is_allowed() -> None:
    text = f'{OPEN}<defs><linearGradient id="a"/></defs><rect fill="url(#a)"/></svg>'
    assert b"url(#a)" in plain_svg(text.encode())


def drawn(inside: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{inside}</svg>'.encode()


def copies(levels: int) -> bytes:
    """A shape, ten copies of it, ten copies of those ..."""
    groups = "".join(f'<g id="g{at + 1}">' + f'<use href="#g{at}"/>' * 10 + "</g>" for at in range(levels))
    return drawn(f'<defs><g id="g0"><rect width="1" height="1"/></g>{groups}</defs><use href="#g{levels}"/>')


@pytest.mark.parametrize("inside", ['<g id="a"><use href="#a"/></g>', '<use id="a" href="#b"/><use id="b" href="#a"/>'])
def test_a_drawing_that_copies_itself_is_refused(inside: str) -> None:
    with pytest.raises(LogoError, match="copies of itself"):
        plain_svg(drawn(inside))


def test_copies_of_copies_are_counted() -> None:
    assert plain_svg(copies(2))
    for levels in (6, 40, 200):
        with pytest.raises(LogoError, match=r"shapes|copies"):
            plain_svg(copies(levels))
