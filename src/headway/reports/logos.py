"""Pictures from strangers: a PNG of sound outline, or an SVG rebuilt from the drawing elements that are known.

What could run, load or follow an address is refused; what drawing programs leave behind (their own elements and
attributes, metadata, comments) is dropped.
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from headway.reports.document import Logo

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 400_000
"""Bytes of a picture: it is part of every page that is sent."""
MOST_PIXELS = 4_000
"""On each side."""
DEEPEST = 60
MOST_SHAPES = 20_000
"""Elements to be drawn, each copy of a shape counted: copies of copies would keep a reader's program busy for ever."""
SVG = "http://www.w3.org/2000/svg"
_XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_END = b"IEND\xaeB`\x82"
_ELEMENTS = frozenset({
    "svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text",
    "tspan", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "title", "desc",
})  # fmt: skip
_DROPPED = frozenset({"metadata"})
_ADDRESS = re.compile(r"url\s*\(\s*['\"]?(?!#)", re.IGNORECASE)
_ODD = re.compile(r"[\\@]|javascript:|expression|/\*", re.IGNORECASE)
_PLAIN = "Save it as a PNG, or as a plain SVG of shapes without scripts, styles and addresses"


class LogoError(Exception):
    """A picture that is not taken, and what to do about it."""

    def __init__(self, reason: str, mend: str = _PLAIN) -> None:
        super().__init__(reason)
        self.reason = reason
        self.mend = mend


def checked_logo(path: Path, house: str) -> Logo:
    """The picture of a file; ``house`` becomes its alternative text.  Raises :class:`LogoError`."""
    try:
        if not path.is_file():
            raise LogoError("is not there", "Check the name; it counts from the folder of the branding file")
        size = path.stat().st_size
        if size > LARGEST:
            raise LogoError(f"has {size:,} bytes", f"Make it smaller than {LARGEST:,} bytes")
        data = path.read_bytes()
    except OSError as error:
        raise LogoError(f"cannot be read ({error.strerror})", "Check who may read it") from error
    words = house or path.stem
    if data.startswith(_PNG):
        _check_png(data)
        return Logo("image/png", data, words)
    return Logo("image/svg+xml", plain_svg(data), words)


def _check_png(data: bytes) -> None:
    """Sides of sensible length and a whole file; its points are the renderer's to read."""
    if len(data) < 33 or data[12:16] != b"IHDR" or not data.rstrip(b"\0").endswith(_PNG_END):
        raise LogoError("is a damaged PNG", "Save it again")
    width, height = struct.unpack(">II", data[16:24])
    if not (0 < width <= MOST_PIXELS and 0 < height <= MOST_PIXELS):
        raise LogoError(f"has {width} x {height} pixels", f"Make each side at most {MOST_PIXELS}")


def plain_svg(data: bytes) -> bytes:
    """An SVG with nothing in it but drawing; :class:`LogoError` for what could do anything else."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LogoError("is neither a PNG nor an SVG in UTF-8") from error
    if "<!DOCTYPE" in text.upper() or "<!ENTITY" in text.upper():
        raise LogoError("declares a document type or entities")
    try:
        root = ET.fromstring(text)  # noqa: S314 (no document type, so no entities; the size is limited)
    except ET.ParseError as error:
        raise LogoError(f"is neither a PNG nor an SVG ({error})") from error
    if root.tag != f"{{{SVG}}}svg":
        raise LogoError("is no SVG")
    plain = _plain(root, 0)
    _check_copies(plain)
    plain.set("xmlns", SVG)
    written: str = ET.tostring(plain, encoding="unicode")
    return written.encode()


def _plain(element: ET.Element, depth: int) -> ET.Element:
    """A copy with known elements and harmless attributes."""
    if depth > DEEPEST:
        raise LogoError(f"is nested more than {DEEPEST} deep")
    made = ET.Element(element.tag.removeprefix(f"{{{SVG}}}"), _attributes(element))
    made.text, made.tail = element.text, element.tail
    for child in element:
        # Comments and instructions have a function for a tag; other namespaces are notes of a drawing program.
        tag = str(child.tag)
        if not tag.startswith(f"{{{SVG}}}"):
            continue
        name = tag.removeprefix(f"{{{SVG}}}")
        if name in _DROPPED:
            continue
        if name not in _ELEMENTS:
            raise LogoError(f"holds <{name}>")
        made.append(_plain(child, depth + 1))
    return made


def _check_copies(root: ET.Element) -> None:
    """Refuse a drawing that copies itself, or that grows too large by copies of copies."""
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    sizes: dict[ET.Element, int] = {}
    open_: set[ET.Element] = set()

    def size(element: ET.Element) -> int:
        if element in sizes:
            return sizes[element]
        if element in open_ or len(open_) > 4 * DEEPEST:
            raise LogoError("draws copies of itself, or copies of copies without end")
        open_.add(element)
        copied = named.get(element.get("href", "#")[1:]) if element.tag == "use" else None
        total = 1 + sum(map(size, element)) + (size(copied) if copied is not None else 0)
        open_.remove(element)
        sizes[element] = total
        return total

    if size(root) > MOST_SHAPES:
        raise LogoError(f"draws more than {MOST_SHAPES:,} shapes")


def _attributes(element: ET.Element) -> dict[str, str]:
    kept = {}
    for name, value in element.attrib.items():
        plain = "href" if name == _XLINK_HREF else name
        if plain.startswith("{"):
            continue
        if plain.lower().startswith("on"):
            raise LogoError(f"holds {plain}")
        if plain == "href" and not value.startswith("#"):
            raise LogoError(f"points to {value[:60]!r}")
        if _ADDRESS.search(value) or _ODD.search(value):
            raise LogoError(f"has a {plain} that could load something")
        kept[plain] = value
    return kept
