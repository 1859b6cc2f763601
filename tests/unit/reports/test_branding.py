"""Branding files: what is taken, and what is refused with file, key and mend."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import pytest

from headway.reports.branding import BrandError, load_brand
from headway.reports.charts.theme import DARK, LIGHT
from headway.reports.contrast import contrast, luminance, readable
from headway.reports.document import Brand

if TYPE_CHECKING:
    from pathlib import Path

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z" fill="#048"/></svg>'


def png(width: int = 2, height: int = 2) -> bytes:
    """A white picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def brand_file(folder: Path, text: str) -> Path:
    path = folder / "house.toml"
    path.write_text(text, encoding="utf-8")
    return path


def refused(path: Path) -> BrandError:
    with pytest.raises(BrandError) as caught:
        load_brand(path)
    assert str(path) in caught.value.message
    assert caught.value.mend
    return caught.value


def test_everything_is_taken(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(SVG)
    text = 'name = "Trust"\nlogo = "logo.svg"\naccent = "#004488"\naccent_dark = "#88BBFF"\n'
    brand = load_brand(brand_file(tmp_path, text))
    assert (brand.name, brand.accent, brand.accent_dark) == ("Trust", "#004488", "#88bbff")
    assert brand.logo is not None
    assert (brand.logo.media_type, brand.logo.text) == ("image/svg+xml", "Trust")


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert load_brand(brand_file(tmp_path, "")) == Brand()


def test_the_colour_of_the_dark_page_is_derived(tmp_path: Path) -> None:
    brand = load_brand(brand_file(tmp_path, 'accent = "#004488"'))
    assert contrast(brand.accent_dark, DARK.page) >= 4.5


def test_a_colour_that_cannot_be_read_is_refused_with_the_nearest_that_can(tmp_path: Path) -> None:
    error = refused(brand_file(tmp_path, 'accent = "#ffcc00"'))
    assert "accent" in error.message
    assert "1.5" in error.message
    assert error.mend == 'The nearest that can be read is accent = "#8f7200"'
    (tmp_path / "house.toml").write_text('accent = "#8f7200"')
    assert load_brand(tmp_path / "house.toml").accent == "#8f7200"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('accent = "red"', "accent"),
        ('accent = "#00448"', "accent"),
        ('accent = "#004488; } body { display: none"', "accent"),
        ('accent_dark = "#112233"', "accent_dark"),
        ("accent = 7", "accent"),
        ('font = "Comic Sans"', "font"),
        ('acent = "#004488"', "acent"),
        ('name = "' + "x" * 81 + '"', "name"),
        ("name = ", "TOML"),
        ('[logo]\nfile = "a.png"', "logo"),
        ('logo = "none.png"', "logo"),
        ('logo = "../outside.png"', "logo"),
        ('logo = "/etc/hostname"', "logo"),
        ('logo = "."', "logo"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, text: str, key: str) -> None:
    (tmp_path / "outside.png").write_bytes(png())
    folder = tmp_path / "brand"
    folder.mkdir()
    assert key in refused(brand_file(folder, text)).message


def test_a_key_with_a_slip_of_the_pen_is_named(tmp_path: Path) -> None:
    assert refused(brand_file(tmp_path, 'acent = "#004488"')).candidates == ("accent",)


def test_a_link_does_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(png())
    folder = tmp_path / "brand"
    folder.mkdir()
    (folder / "logo.png").symlink_to(tmp_path / "secret.png")
    assert "leads out" in refused(brand_file(folder, 'logo = "logo.png"')).message


def test_a_file_that_is_no_branding_file(tmp_path: Path) -> None:
    refused(tmp_path / "none.toml")
    path = tmp_path / "house.toml"
    path.write_bytes(b"\xff\xfe\x00")
    assert "UTF-8" in refused(path).message
    path.write_bytes(b"#" * 200_000)
    assert "large" in refused(path).message
    refused(tmp_path)


@pytest.mark.parametrize("page", [LIGHT.page, DARK.page])
@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#808080", "#ff0000", "#00ff00", "#0000ff", "#fedcba"])
def test_there_is_always_a_colour_that_can_be_read(colour: str, page: str) -> None:
    found = readable(colour, page)
    assert contrast(found, page) >= 4.5
    assert found == colour or contrast(colour, page) < 4.5


def test_contrast_is_that_of_wcag() -> None:
    assert luminance("#ffffff") == pytest.approx(1)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)
    assert contrast("#0000ff", "#ffffff") == contrast("#ffffff", "#0000ff") == pytest.approx(8.59, abs=0.005)
