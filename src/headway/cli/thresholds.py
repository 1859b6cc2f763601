"""Thresholds of an organisation from a TOML file."""

from __future__ import annotations

import tomllib
from pathlib import Path

from headway.cli.failures import BadFileError
from headway.core.review.thresholds import ThresholdError, Thresholds, thresholds_of

_LARGEST = 1_000_000
"""Bytes; a file of thresholds has a few hundred."""


def load_thresholds(path: Path) -> Thresholds:
    """The thresholds in a file; raises :class:`BadFileError` that names the file, the rule, the key and the mend."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise BadFileError(
                f"{path} is no file of thresholds: it has over {_LARGEST:,} bytes", "Choose another file"
            )
        text = data.decode("utf-8-sig")  # Windows editors put a mark before the text
    except UnicodeDecodeError as error:
        raise BadFileError(f"{path} is no text in UTF-8", "Save it as UTF-8") from error
    except OSError as error:
        raise BadFileError(f"{path} cannot be read ({error.strerror})", "Check the path after --thresholds") from error
    try:
        return thresholds_of(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise BadFileError(
            f"{path} is no TOML: {error}", "Mend that line; a rule is [dcma-06], a setting days = 44"
        ) from error
    except ThresholdError as error:
        raise BadFileError(f"{path}: {error.message}", error.mend, error.candidates) from error
