"""A document, worded and ready to be set: what every renderer takes, and all that it takes.

Words, dates and numbers are in the reader's language and locale already; a renderer adds no word and computes nothing.
It decides only how a block looks in its medium.  Colour never stands alone: whatever has a :class:`Tone` has its sign
and its word in the text as well.  Nothing here is markup: every string is plain text that the renderer escapes.

==============  ====================================================================================================
renderer        what it takes
==============  ====================================================================================================
page (HTML)     everything but :attr:`Document.annex`
PDF             the same; sections of half width stand side by side, two A4 pages are the aim
workbook        :attr:`Document.summary`, then one sheet for each table, chart twin and annex, cells by ``Cell.raw``
==============  ====================================================================================================
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from headway.reports.charts.values import ChartData


class Tone(StrEnum):
    """How something stands.  The signs are in :data:`SIGNS`; a tone is always said in words, too."""

    GOOD = "good"
    WATCH = "watch"
    BAD = "bad"
    UNKNOWN = "unknown"
    """Not assessed, stale or nothing promised: never shown as good."""


SIGNS = {Tone.GOOD: "●", Tone.WATCH: "▲", Tone.BAD: "■", Tone.UNKNOWN: "○"}


class Kind(StrEnum):
    """What a column holds; numbers and days stand to the right, dates do not break."""

    TEXT = "text"
    DATE = "date"
    DAYS = "days"
    """Working days, ``Cell.raw`` a float."""
    NUMBER = "number"
    SHARE = "share"
    """``Cell.raw`` from 0 to 1."""
    STATUS = "status"


Raw = date | datetime | int | float | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: the text of a page, and the typed value of a workbook where that is not text."""

    text: str
    raw: Raw = None
    tone: Tone | None = None
    """The sign of the tone stands before the text (and before :attr:`under` where :attr:`text` is a name)."""
    under: str = ""
    """A smaller second line: phase, people, a remark.  A workbook puts it in a column of its own."""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title and what it holds.  ``grow``: it takes the room that the others leave."""

    title: str
    kind: Kind = Kind.TEXT
    grow: bool = False
    under: str = ""
    """Title of the column that the second lines get in a workbook."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first column heads its rows.  ``note`` stands below it: what is cut, what signs mean."""

    id: str
    """Unique in the document, fit for an anchor and, by ``title``, for a sheet."""
    title: str
    """Names it where it stands alone: the sheet of a workbook, the caption for a screen reader."""
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart, with the words for those who do not see it and the table that says the same."""

    id: str
    data: ChartData
    title: str
    """Short name of the chart: ``<title>``."""
    description: str
    """What the chart shows, in one or two sentences with its main numbers: ``<desc>``, alt text."""
    twin: Table
    """Every number of the chart; a page folds it away, a PDF leaves it to the workbook unless ``twin_shown``."""
    twin_label: str
    """Text of the fold: "The same as a table"."""
    note: str = ""
    """Caption below it: how to read it, what is not drawn."""
    twin_shown: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``quiet`` ones are remarks, ``lead`` ones larger."""

    text: str
    quiet: bool = False
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list: a strong beginning, the text, and a quiet rest; any of the last two may be empty."""

    lead: str
    text: str = ""
    quiet: str = ""
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """A list, numbered where order means something.  ``title`` is a small heading above it or empty."""

    items: tuple[Item, ...]
    numbered: bool = False
    title: str = ""
    folded: str = ""
    """Not empty: a page folds the list under these words, a PDF leaves it out, a workbook keeps it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One key number: label, value and a line below."""

    label: str
    value: str
    under: str = ""
    tone: Tone | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Key numbers, beside each other where there is room."""

    items: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Status:
    """One dimension (schedule, cost ...): how it stands, in a sign, a word and its reason."""

    dimension: str
    tone: Tone
    word: str
    reason: str


@dataclass(frozen=True, slots=True)
class Statuses:
    """How the dimensions stand, the ones that are not assessed included."""

    items: tuple[Status, ...]


@dataclass(frozen=True, slots=True)
class Folded:
    """A table that a page folds under ``label``; a PDF leaves it out, a workbook has it."""

    label: str
    table: Table


Block = Table | Chart | Paragraph | Items | Figures | Statuses | Folded


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its blocks.  Two neighbours of ``half`` width stand side by side where there is room."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    half: bool = False
    page_break: bool = False
    """On paper this section begins a page."""
    sheet: str = ""
    """A short name for its sheet in a workbook; else the title, cut where such names end."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that was checked: PNG, or SVG without anything that runs or loads."""

    media_type: str
    """``image/png`` or ``image/svg+xml``."""
    data: bytes
    text: str
    """Alternative text: the name of the house."""


@dataclass(frozen=True, slots=True)
class Brand:
    """Whose paper it is.  Both colours are readable as text on their page (contrast of 4.5 or more)."""

    name: str = ""
    logo: Logo | None = None
    accent: str = "#9c3a14"
    """On white, ``#rrggbb``."""
    accent_dark: str = "#f3a37f"
    """On the dark page."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value in the lines below the title: manager, as-of date, source."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """The whole document."""

    locale: str
    """As asked for, ``en_GB``: dates and numbers."""
    language: str
    """Of the words, for ``lang``: ``en`` until there are others."""
    title: str
    """File and window title."""
    kicker: str
    """The line above the headline: what this is and as of when."""
    name: str
    """The project."""
    headline: str
    """One sentence: when it ends and how that stands."""
    summary: tuple[str, ...]
    """The sentences below the headline: with it and :attr:`ask` what a sponsor reads on a phone, 150 words at most."""
    ask: str
    """The one thing to do, set apart; empty when there is nothing to ask."""
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    footnotes: tuple[str, ...]
    """How the numbers are made."""
    annex: tuple[Table, ...]
    """Tables in full that pages show only the beginning of: for the workbook."""
    brand: Brand
    generator: str
    """``Headway 1.2``: PDF producer, HTML generator."""
    author: str = ""
    as_of: date | None = None
    """The date the document looks from: stands as its date of making in files, so that the same plan gives the same."""
    overview: str = ""
    """Name of the first sheet of a workbook; else the name of the project."""
