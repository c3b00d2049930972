"""The same PDF on any machine: no font, no setting of fontconfig, no language of it is taken."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from briefing.model.edition import Edition, Medium
from briefing.outputs.pdf import PrintedPdf, print_pdf
from briefing.resources import font_files

SCRIPT = """
import sys
import briefing
from briefing.model.edition import Edition, Medium
html = sys.stdin.buffer.read().decode("utf-8")
made = briefing.print_pdf(Edition(html, Medium.PRINT, "x", "fr", "complet"))
sys.stdout.buffer.write(made.data)
print(made.boxes, *made.warnings, sep="\\n", file=sys.stderr)
"""

HOSTILE = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>/usr/share/fonts</dir><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<match target="pattern"><edit name="family" mode="assign" binding="strong">
<string>DejaVu Sans</string></edit></match>
<match target="font"><edit name="embolden" mode="assign"><bool>true</bool></edit></match>
</fontconfig>
"""

PAGE = """\
<html lang=fr><head><title>x</title><style>
body {{ font-family: "EB Garamond" }} p {{ font-family: "Source Sans 3", sans-serif }}
b {{ font-family: "DejaVu Sans", serif }}</style></head><body>{body}</body></html>"""
WORDS = "<h1>L’État «\u202fœuvre\u202f»</h1><p>Deux <em>mots</em>, <b>trois</b>.</p>"
UNKNOWN = "<h1>北京 и Киев, 北京</h1><p>Une fusée 🚀 et 中文, مرحبا.</p>"


def world(kind: str, folder: Path) -> dict[str, str]:
    """Return the environment of a machine: bare, or full of fonts and settings of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    bare = {**kept, "HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}
    if kind == "bare":
        return bare
    fonts = folder / ".fonts"
    fonts.mkdir(parents=True)
    # Its own EB Garamond, which is another font.
    (fonts / "EBGaramond[wght].ttf").write_bytes(_impostor())
    settings = folder / ".config" / "fontconfig"
    settings.mkdir(parents=True)
    text = HOSTILE.format(fonts=fonts, cache=folder / "fontconfig")
    (settings / "fonts.conf").write_text(text, "utf-8")
    return bare | {
        "FONTCONFIG_FILE": str(settings / "fonts.conf"),
        "FONTCONFIG_PATH": str(settings),
        "FONTCONFIG_SYSROOT": str(folder),
        "FC_LANG": "ja",
        "LANG": "zh_CN.UTF-8",
        "LC_ALL": "C.UTF-8",
        "PANGO_LANGUAGE": "ja:ar",
        "SOURCE_DATE_EPOCH": "1000000000",
        "XDG_CONFIG_HOME": str(folder / ".config"),
        "XDG_DATA_HOME": str(folder),
        "XDG_DATA_DIRS": "/usr/share",
        "TZ": "Asia/Tokyo",
    }


def _impostor() -> bytes:
    result = io.BytesIO()
    with TTFont(font_files()[-1]) as font:
        for record in font["name"].names:
            if record.nameID in (1, 16):
                record.string = "EB Garamond"
        font.save(result)
    return result.getvalue()


def drawn(html: str, environment: dict[str, str]) -> tuple[bytes, str]:
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        input=html.encode(),
        capture_output=True,
        check=False,
        env=environment,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert run.returncode == 0, run.stderr.decode()
    return run.stdout, run.stderr.decode()


def fonts_of(data: bytes) -> dict[str, Any]:
    """Return the fonts of a PDF by their names."""
    found: dict[str, Any] = {}
    for page in PdfReader(io.BytesIO(data)).pages:
        for reference in page["/Resources"].get("/Font", {}).values():  # type: ignore[attr-defined]
            font = reference.get_object()
            found[str(font["/BaseFont"])] = font
    return found


def family(name: str) -> str:
    """Return the family of `/ABCDEF+EB-Garamond-Medium`, whose six letters mark a subset."""
    mark, plus, rest = name.lstrip("/").partition("+")
    assert plus, f"{name} is no subset"
    assert len(mark) == 6
    return next((known for known in ("EB-Garamond", "Source-Sans-3") if known in rest), rest)


def is_embedded(font: Any) -> bool:
    held = [item.get_object() for item in font.get("/DescendantFonts", [font])]
    return all(item["/FontDescriptor"].get_object().get("/FontFile2") for item in held)


def test_every_font_is_ours_embedded_and_a_subset(sample_pdf: PrintedPdf) -> None:
    fonts = fonts_of(sample_pdf.data)
    assert {family(name) for name in fonts} == {"EB-Garamond", "Source-Sans-3"}
    assert all(is_embedded(font) for font in fonts.values())


@pytest.mark.slow
def test_two_machines_draw_the_same_bytes(tmp_path: Path) -> None:
    html = PAGE.format(body=WORDS + UNKNOWN)
    bare, said = drawn(html, world("bare", tmp_path / "bare"))
    full, also_said = drawn(html, world("full", tmp_path / "full"))
    assert bare == full
    assert said == also_said
    assert {family(name) for name in fonts_of(full)} == {"EB-Garamond", "Source-Sans-3"}


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext isn't here")
def test_letters_of_no_font_are_told_once_and_still_read(tmp_path: Path) -> None:
    """They are drawn as empty boxes: the reader sees that something lacks, and may copy it.

    Read by poppler, since pypdf passes over the encoding of a font that has such boxes.
    """
    html = PAGE.format(body=UNKNOWN)
    made = print_pdf(Edition(html, Medium.PRINT, "x", "fr", "complet"))
    assert sorted(made.boxes) == sorted(set("北京🚀中文مرحبا"))
    assert made.warnings == ()
    (tmp_path / "a.pdf").write_bytes(made.data)
    command = ["pdftotext", "-enc", "UTF-8", str(tmp_path / "a.pdf"), "-"]
    run = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    assert "北京 и Киев" in run.stdout
    assert "Une fusée 🚀 et 中文" in run.stdout
