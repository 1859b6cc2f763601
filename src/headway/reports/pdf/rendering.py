"""A document as PDF, set by typst: tagged for screen readers, its fonts in it, the same bytes for the same document."""

from __future__ import annotations

import json
import tempfile
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import font_source_sans_pro
import typst

from headway.reports.charts.theme import FONT
from headway.reports.failures import RenderError
from headway.reports.pdf.setting import template_data

if TYPE_CHECKING:
    from headway.reports.document import Document

ACCESSIBLE = "ua-1"
"""PDF/UA-1, universal accessibility: typst refuses what would break it."""
_AGAINST_STANDARD = "PDF/UA"
"""How typst begins what it says against a document that could be set, but not as this standard wants it."""
AIM = 2
"""Pages: what a sponsor reads."""
_ROOMS = (0.85, 0.7)
"""Shares of the usual room between lines, tried in this order."""
_FALLBACK = ("Noto Sans", "DejaVu Sans")


class CannotSetError(RenderError):
    """The typesetter refuses the document, in practice for a logo that it cannot read."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"the PDF cannot be set: {reason}", "Check the logo of the branding file, or write the report as .html"
        )


def render(document: Document) -> bytes:
    """The document as the bytes of a PDF.

    Fonts: the one that comes with the product.  A document with letters that it lacks (Chinese, Hebrew, emoji) is set
    with fonts of the machine for those; where no font has them, they are shown as empty boxes and the file no longer
    claims to be PDF/UA.  Raises :class:`CannotSetError`, in practice for a damaged logo only.
    """
    data = template_data(document)
    for fonts, standards in (((FONT,), [ACCESSIBLE]), ((FONT, *_FALLBACK), [ACCESSIBLE]), ((FONT, *_FALLBACK), [])):
        try:
            return _fitted({**data, "fonts": fonts}, system_fonts=len(fonts) > 1, standards=standards)
        except typst.TypstError as error:
            refused = error.message
            if not refused.startswith(_AGAINST_STANDARD):
                break
    raise CannotSetError(refused)


def _fitted(data: dict[str, Any], *, system_fonts: bool, standards: list[Any]) -> bytes:
    """Set the template; once more with less room between the lines where that spares the last page."""
    made, pages = _compile(data, system_fonts=system_fonts, standards=standards)
    if pages <= AIM:
        return made
    for room in _ROOMS:
        tighter, fewer = _compile({**data, "room": room}, system_fonts=system_fonts, standards=standards)
        if fewer == pages - 1:
            return tighter
    return made


def _compile(data: dict[str, Any], *, system_fonts: bool, standards: list[Any]) -> tuple[bytes, int]:
    """The PDF and its pages.

    It can read no file but its template, since its root is a folder of its own with nothing else in it, and no package.
    """
    with tempfile.TemporaryDirectory(prefix="headway-pdf-") as folder:
        template = Path(folder, "document.typ")
        template.write_bytes(_template())
        compiler = typst.Compiler(
            template,
            root=folder,
            font_paths=_fonts(system_fonts),
            ignore_system_fonts=not system_fonts,
            sys_inputs={"data": json.dumps(data)},
            package_path=folder,
            package_cache_path=folder,
        )
        made = compiler.compile(format="pdf", pdf_standards=standards, timestamp=0)
        pages = int(compiler.query("<pages>", field="value", one=True))
    assert isinstance(made, bytes)
    return made, pages


@cache
def _template() -> bytes:
    return files("headway.reports.pdf").joinpath("document.typ").read_bytes()


@cache
def _fonts(system: bool) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=system,
        include_embedded_fonts=False,
        font_paths=[font_source_sans_pro.font_directory],
    )
