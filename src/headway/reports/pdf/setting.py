"""A document as the data that the template sets: blocks by kind, charts drawn, widths of columns decided."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, assert_never

from headway.reports.charts import LIGHT, Look, chart_svg, with_accent
from headway.reports.document import (
    Chart,
    Figures,
    Folded,
    Items,
    Kind,
    Paragraph,
    Statuses,
    Table,
)
from headway.reports.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from headway.reports.charts import Theme
    from headway.reports.document import Block, Brand, Cell, Column, Document, Section

PAGE_WIDTH = 499.0
"""Of the text on A4 between its margins, in points."""
GUTTER = 18.0
HALF_WIDTH = (PAGE_WIDTH - GUTTER) / 2
_RIGHT = {Kind.DAYS, Kind.NUMBER, Kind.SHARE, Kind.DATE}
_SHORT = 16
"""Letters: columns no wider than this are as wide as they are, the others share the rest."""
_WIDE = 48
_RUNNING = 110
"""Letters of the small print that stand beside each other on a page."""
_TOGETHER = 8
"""Rows: a pair of sections up to this size is never broken across pages."""
_LONG_RUN = re.compile(r"[^\s\u200b\u2e80-\uffff]{25,}")
_BREAK = "\u200b"
_SIGN = re.compile("([●▲■○◆]) ")
_NAMELESS = "–"
"""PDF/UA wants a title, a heading and words for each picture."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What blocks need to know of the page: how wide they are and how charts look."""

    width: float
    theme: Theme
    locale: str

    @property
    def half(self) -> bool:
        return self.width < PAGE_WIDTH

    @property
    def look(self) -> Look:
        return Look(self.theme, self.width, locale=self.locale)


def breakable(text: str) -> str:
    """Text to print: unprintable signs taken out, and places to break in where a run of letters is too long for a line.

    A sign stays with its word, a dot between words with the word before it.

    >>> breakable("A" * 30).split("\\u200b")
    ['AAAAAAAAAAAA', 'AAAAAAAAAAAA', 'AAAAAA']
    """
    plain = _SIGN.sub("\\1\u00a0", printable(text)).replace(" · ", "\u00a0· ")
    return _LONG_RUN.sub(lambda run: _BREAK.join(re.findall(".{1,12}", run[0])), plain)


def template_data(document: Document) -> dict[str, Any]:
    """All that the template reads but for its fonts, as JSON's own types."""
    locale = document.locale.replace("_", "-").split("-")
    theme = with_accent(LIGHT, document.brand.accent)
    return {
        "title": printable(document.title) or printable(document.name) or _NAMELESS,
        "author": [printable(document.author)] if printable(document.author) else [],
        "lang": document.language,
        "region": locale[1].upper() if locale[0] == document.language and len(locale) > 1 else None,
        "accent": document.brand.accent,
        "made": None if document.as_of is None else [document.as_of.year, document.as_of.month, document.as_of.day],
        "room": 1,
        "gutter": GUTTER,
        "house": breakable(document.brand.name),
        "logo": _logo(document.brand),
        "kicker": breakable(document.kicker),
        "name": breakable(document.name) or breakable(document.title) or _NAMELESS,
        "running": _running(document),
        "headline": breakable(document.headline),
        "summary": [breakable(each) for each in document.summary],
        "ask": breakable(document.ask),
        "facts": [{"label": breakable(fact.label), "value": breakable(fact.value)} for fact in document.facts],
        "rows": [_row(pair, theme, document.locale) for pair in _paired(document.sections)],
        "footnotes": [breakable(each) for each in document.footnotes],
        "generator": printable(document.generator),
    }


def _running(document: Document) -> dict[str, str]:
    """The line above every page but the first: the name, shortened to fit, and what else has room beside it."""
    room = _RUNNING - len(document.brand.name)
    name = printable(document.name)
    short = name if len(name) <= room else name[: max(room - 1, 1)].rstrip() + "…"
    kicker = printable(document.kicker)
    return {"name": short, "kicker": kicker if len(name) + len(kicker) + 3 <= room else ""}


def _logo(brand: Brand) -> dict[str, Any] | None:
    if brand.logo is None:
        return None
    vector = brand.logo.media_type == "image/svg+xml"
    return {
        "svg": brand.logo.data.decode("utf-8", "replace") if vector else None,
        "png": None if vector else list(brand.logo.data),
        "text": printable(brand.logo.text) or printable(brand.name) or _NAMELESS,
    }


def _paired(sections: tuple[Section, ...]) -> Iterator[tuple[Section, ...]]:
    """Two neighbours of half width together, all others alone."""
    at = 0
    while at < len(sections):
        pair = sections[at : at + 2]
        two = len(pair) == 2 and all(each.half for each in pair) and not pair[1].page_break
        yield pair if two else pair[:1]
        at += 2 if two else 1


def _row(pair: tuple[Section, ...], theme: Theme, locale: str) -> dict[str, Any]:
    half = len(pair) == 2 or pair[0].half
    sheet = _Sheet(HALF_WIDTH if half else PAGE_WIDTH, theme, locale)
    return {
        "page_break": pair[0].page_break,
        "together": all(_lines(block) <= _TOGETHER for section in pair for block in section.blocks),
        "sections": [
            {"title": breakable(section.title), "blocks": list(_blocks(section.blocks, sheet))} for section in pair
        ],
    }


def _lines(block: Block) -> int:
    """How many rows a block may have that could run over a page's end."""
    if isinstance(block, Table):
        return len(block.rows)
    if isinstance(block, Items):
        return len(block.items)
    return 1


def _blocks(blocks: Iterable[Block], sheet: _Sheet) -> Iterator[dict[str, Any]]:
    for block in blocks:
        made = _block(block, sheet)
        if made is not None:
            yield made


def _block(block: Block, sheet: _Sheet) -> dict[str, Any] | None:
    """One block, ``None`` for what paper leaves out."""
    match block:
        case Table():
            return {"kind": "table", **_table(block)}
        case Chart():
            return _chart(block, sheet)
        case Paragraph():
            return {"kind": "paragraph", "text": breakable(block.text), "quiet": block.quiet, "lead": block.lead}
        case Items():
            return None if block.folded or not block.items else _items(block)
        case Figures():
            figures = [
                {
                    "label": breakable(figure.label),
                    "value": breakable(figure.value),
                    "under": breakable(figure.under),
                    "tone": figure.tone,
                }
                for figure in block.items
            ]
            return {"kind": "figures", "items": figures, "half": sheet.half} if figures else None
        case Statuses():
            statuses = [
                {
                    "dimension": breakable(status.dimension),
                    "tone": status.tone,
                    "word": breakable(status.word),
                    "reason": breakable(status.reason),
                }
                for status in block.items
            ]
            return {"kind": "statuses", "items": statuses}
        case Folded():
            return None
        case _:
            assert_never(block)


def _chart(chart: Chart, sheet: _Sheet) -> dict[str, Any]:
    return {
        "kind": "chart",
        "svg": chart_svg(chart, sheet.look),
        "alt": printable(chart.description) or printable(chart.title) or _NAMELESS,
        "width": sheet.width,
        "note": breakable(chart.note),
        "twin": _table(chart.twin) if chart.twin_shown else None,
    }


def _items(items: Items) -> dict[str, Any]:
    return {
        "kind": "items",
        "title": breakable(items.title),
        "numbered": items.numbered,
        "items": [
            {
                "lead": breakable(item.lead),
                "text": breakable(item.text),
                "quiet": breakable(item.quiet),
                "tone": item.tone,
            }
            for item in items.items
        ],
    }


def _table(table: Table) -> dict[str, Any]:
    shares = _shares(table)
    return {
        "columns": [
            {"title": breakable(column.title), "right": column.kind in _RIGHT and at > 0, "share": share}
            for at, (column, share) in enumerate(zip(table.columns, shares, strict=True))
        ],
        "rows": [[_cell(cell, column) for cell, column in zip(row, table.columns, strict=True)] for row in table.rows],
        "note": breakable(table.note),
    }


def _shares(table: Table) -> list[int]:
    """0 for a column as wide as its content, else how much of the rest it gets; one gets some, so that rows fill."""
    widest = [
        max([len(column.title), *(max(len(row[at].text), len(row[at].under)) for row in table.rows)])
        for at, column in enumerate(table.columns)
    ]
    shares = [
        0 if (width <= _SHORT and not column.grow) or column.kind in _RIGHT else min(max(width, _SHORT), _WIDE)
        for width, column in zip(widest, table.columns, strict=True)
    ]
    if shares and not any(shares):
        shares[0] = 1
    return shares


def _cell(cell: Cell, column: Column) -> dict[str, Any]:
    text = cell.text if column.kind is Kind.TEXT or column.kind is Kind.STATUS else cell.text.replace(" ", "\u00a0")
    return {
        "text": breakable(text) if column.kind is Kind.TEXT else printable(text),
        "under": breakable(cell.under),
        "tone": cell.tone,
        "strong": cell.strong,
    }
