"""Character sets of the formats that name none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from headway.formats.staging import guess_charset

if TYPE_CHECKING:
    from headway.formats.registry import Format

_WESTERN = "windows-1252"
_CANDIDATES = (_WESTERN, "windows-1251")


def charset_for(known: Format, draft: bytes) -> str | None:
    """The character set of a XER: the Western one where all letters are in it, the Cyrillic one where they are mostly
    that, else UTF-8; ``None`` for formats that say their own.

    Written is what a reader would guess, since the file itself does not say.

    >>> from headway.formats.registry import FORMATS
    >>> charset_for(FORMATS["xer"], "Fußboden".encode()), charset_for(FORMATS["xer"], "名前".encode())
    ('windows-1252', 'UTF-8')
    """
    if known.name != "xer":
        return None
    text = draft.decode("utf-8", "replace")
    for candidate in _CANDIDATES:
        try:
            written = text.encode(candidate)
        except UnicodeEncodeError:
            continue
        if (guess_charset(written) or _WESTERN) == candidate:
            return candidate
    return "UTF-8" if not text.isascii() else _WESTERN
