"""What is copied from our PDF, searched in it or read aloud: French type, sign for sign.

pypdf gives each glyph's own character; poppler's pdftotext makes every space a plain one, so that
it can bear witness to signs and lines only.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from dataclasses import replace

import pytest
from pypdf import PdfReader

from briefing.model.edition import Edition, Medium
from briefing.outputs.pdf import PrintedPdf, print_pdf
from briefing.typesetting.calendar import MONTHS
from tests.rendering.pages import Node, parse

STRETCHED = re.compile(r" *\u00a0 *")
"""A no-break space of a justified line, which pypdf takes for more than one space."""
MONTH = "|".join(MONTHS)


def text_of(data: bytes) -> str:
    pages = PdfReader(io.BytesIO(data)).pages
    return STRETCHED.sub("\u00a0", "\n".join(page.extract_text() for page in pages))


def foreign(page: Node) -> list[str]:
    """Return what the page has in another language, or in none: quotations, addresses, codes."""
    nodes = page.one("body").all()
    other = [node.text for node in nodes if node.get("lang") and node.get("lang")[:2] != "fr"]
    return sorted((squeezed(text) for text in other), key=len, reverse=True)


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def drawn(sample_print: Edition) -> str:
    """The text of the sample's PDF, without the timeline.

    WeasyPrint draws the letters of a picture one by one, and its spaces not at all.
    """
    html = re.sub(r'<svg class="timeline".*?</svg>', "", sample_print.html, flags=re.DOTALL)
    assert html != sample_print.html
    return text_of(print_pdf(replace(sample_print, html=html)).data)


@pytest.fixture(scope="module")
def seen(sample_pdf: PrintedPdf, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The same as poppler reads it, its lines as they are drawn."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext isn't here")
    path = tmp_path_factory.mktemp("pdf") / "a.pdf"
    path.write_bytes(sample_pdf.data)
    command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def around(pattern: str, text: str) -> list[str]:
    """Return each match with what stands about it, for a failure that a person can read."""
    found = re.finditer(pattern, text)
    return [text[max(0, match.start() - 30) : match.end() + 30] for match in found]


# ---- Spaces --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(r"[ \n][:;!?]", id="before a high sign"),
        pytest.param(r"«[ \n]", id="after an opening mark"),
        pytest.param(r"[ \n]»", id="before a closing mark"),
        pytest.param(r"[^\s\u202f(\[“«!?]»|«[^\s\u202f]", id="none inside the marks"),
        pytest.param(r"\d[ \n](?:%|€|\$|millions?\b|milliards?\b)", id="before a unit"),
        # At the beginning of a line, it is the number of a fact of that month.
        pytest.param(rf"(?<!\n)\b\d{{1,2}}[ \n](?:{MONTH})\b", id="before a month"),
        pytest.param(r"(?<![\w.’])[A-Z]\.[ \n][A-Z][a-z]+", id="after an initial"),
    ],
)
def test_no_space_of_french_is_a_plain_one(drawn: str, wrong: str) -> None:
    assert around(wrong, drawn) == []


def test_lines_end_with_a_soft_hyphen_where_a_word_is_divided(drawn: str) -> None:
    text = "<p style='width: 30mm; hyphens: auto'>Les anticonstitutionnellement incompréhensibles"
    html = f"<html lang=fr><title>x</title>{text}"
    divided = text_of(print_pdf(Edition(html, Medium.PRINT, "x", "fr", "complet")).data)
    assert around(r"[a-zé]\u00ad\n[a-zé]", divided) != []
    assert "\u2010" not in drawn + divided


def test_each_space_is_its_own(drawn: str) -> None:
    """None of the three passes for another, in either family."""
    assert drawn.count("\u202f") > 400
    assert drawn.count("\u00a0") > 400
    assert drawn.count(" ") > 10_000


def test_words_in_both_families_are_parted_by_plain_spaces(drawn: str) -> None:
    for words in ("Positions des parties", "Points clés", "propos rapportés", "la note sur"):
        assert words in drawn


@pytest.mark.parametrize("family", ["EB Garamond", "Source Sans 3"])
def test_every_sign_that_we_print_is_read_back(family: str) -> None:
    text = (
        "Un\u00a0: «\u202fdeux\u202f»\u202f; trois – quatre-vingt-dix−5\u20092025 e\u2011mail œÀ…"
    )
    html = f'<html lang=fr><title>x</title><body style="font-family: {family}">{text}</body>'
    made = print_pdf(Edition(html, Medium.PRINT, "x", "fr", "complet"))
    assert PdfReader(io.BytesIO(made.data)).pages[0].extract_text().strip() == text


@pytest.mark.parametrize("family", ["EB Garamond", "Source Sans 3"])
def test_the_sign_that_forbids_a_break_leaves_no_trace(family: str) -> None:
    html = f'<html lang=fr><title>x</title><body style="font-family: {family}">Un –\u2060 a</body>'
    made = print_pdf(Edition(html, Medium.PRINT, "x", "fr", "complet"))
    assert PdfReader(io.BytesIO(made.data)).pages[0].extract_text().strip() == "Un – a"


# ---- Signs ---------------------------------------------------------------------------------


@pytest.mark.parametrize("reader", ["drawn", "seen"])
def test_apostrophes_and_quotes_are_curly(
    reader: str, sample_print: Edition, request: pytest.FixtureRequest
) -> None:
    text = squeezed(request.getfixturevalue(reader))
    others = foreign(parse(sample_print.html))
    assert any("“" in other and "’" in other for other in others)
    assert around("['\"]", text) == []


@pytest.mark.parametrize("reader", ["drawn", "seen"])
@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(rf"(?<![\d,.-])1\s(?:{MONTH})\b", id="1 mars"),
        pytest.param(r"\.\.\.", id="three points"),
        pytest.param(r"\bXX[IVX]*e\b|\boeu|\bOeu", id="letters"),
        pytest.param(r"\ufffd|[\ue000-\uf8ff]|[\ufb00-\ufb06]|\u00ad(?!\n)", id="no letter"),
        pytest.param(r"\n[»;:!?%,.)\]]", id="a line that begins with a sign"),
        pytest.param(r"[«(\[“]\n", id="a line that ends with an opening sign"),
        pytest.param(r"\b[A-Z]\.\n", id="a line that ends with an initial"),
    ],
)
def test_no_line_and_no_letter_is_wrong(
    reader: str, wrong: str, request: pytest.FixtureRequest
) -> None:
    assert around(wrong, request.getfixturevalue(reader)) == []
