"""Whose paper a document is: name, logo and colour from a TOML file, checked before anything is set with them.

::

    name = "Maristone Pumps"
    logo = "logo.svg"            # PNG or SVG, in the folder of this file or below it
    accent = "#004488"           # headings and what to look at, on white
    accent_dark = "#88bbff"      # the same on the dark page; derived from accent where it is left out
"""

from __future__ import annotations

import difflib
import re
import tomllib
from typing import TYPE_CHECKING, Any

from headway.reports.charts.theme import DARK, LIGHT
from headway.reports.contrast import LEAST, contrast, readable
from headway.reports.document import Brand, Logo
from headway.reports.logos import LogoError, checked_logo
from headway.reports.printable import printable

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 100_000
"""Bytes of a branding file."""
LONGEST_NAME = 80
KEYS = ("name", "logo", "accent", "accent_dark")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class BrandError(Exception):
    """A branding file that cannot be taken: ``message`` says file, key and what is wrong, ``mend`` what to write."""

    def __init__(self, path: Path, key: str, reason: str, mend: str, candidates: tuple[str, ...] = ()) -> None:
        self.message = f"{path}: {key} {reason}" if key else f"{path} {reason}"
        self.mend = mend
        self.candidates = candidates
        super().__init__(self.message)


def load_brand(path: Path) -> Brand:
    """The brand in a file; :class:`BrandError` for one that is missing, no TOML, or asks for what cannot be."""
    given = _read(path)
    for key in given:
        if key not in KEYS:
            near = tuple(difflib.get_close_matches(key, KEYS, n=1))
            known = "Did you mean this?" if near else f"Known keys: {', '.join(KEYS)}"
            mend = "Fonts are part of the product" if "font" in key else known
            raise BrandError(path, key, "is no key of a branding file", mend, near)
        if not isinstance(given[key], str):
            raise BrandError(path, key, "is no text", 'Write it in quotes, such as accent = "#004488"')
    name = printable(given.get("name", ""))
    if len(name) > LONGEST_NAME:
        raise BrandError(path, "name", f"has {len(name)} characters", f"Use at most {LONGEST_NAME}")
    plain = Brand()
    accent = _colour(path, "accent", given.get("accent", plain.accent), LIGHT.page)
    derived = readable(accent, DARK.page) if "accent" in given else plain.accent_dark
    dark = _colour(path, "accent_dark", given.get("accent_dark", derived), DARK.page)
    logo = _logo(path, given["logo"], name) if given.get("logo") else None
    return Brand(name, logo, accent, dark)


def _read(path: Path) -> dict[str, Any]:
    mend = 'A branding file has lines such as name = "Maristone Pumps"'
    try:
        if path.stat().st_size > LARGEST:
            raise BrandError(path, "", "is too large for a branding file", mend)
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BrandError(path, "", f"cannot be read ({error.strerror})", "Check the path after --branding") from error
    except UnicodeDecodeError as error:
        raise BrandError(path, "", "is no text in UTF-8", "Save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise BrandError(path, "", f"is no TOML: {error}", mend) from error


def _colour(path: Path, key: str, colour: str, page: str) -> str:
    """A colour in which text on ``page`` can be read."""
    if not _COLOUR.fullmatch(colour):
        raise BrandError(path, key, f"is {colour!r}, which is no colour", 'Write it as "#rrggbb", such as "#004488"')
    found = contrast(colour, page)
    if found < LEAST:
        near = readable(colour, page)
        where = "white" if page == LIGHT.page else "the dark page"
        reason = f"is {colour}, which cannot be read on {where} (contrast {found:.1f}, at least {LEAST})"
        raise BrandError(path, key, reason, f'The nearest that can be read is {key} = "{near}"')
    return colour.lower()


def _logo(path: Path, name: str, house: str) -> Logo:
    """The picture, which must lie in the folder of the branding file or below it."""
    folder = path.resolve().parent
    place = (folder / name).resolve()
    if not place.is_relative_to(folder):
        raise BrandError(path, "logo", f"leads out of its folder: {name}", "Put the picture beside the branding file")
    try:
        return checked_logo(place, house)
    except LogoError as error:
        raise BrandError(path, "logo", f"{name} {error.reason}", error.mend) from error
