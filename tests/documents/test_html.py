"""HTML: the main text of a page, in its encoding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.documents import DocumentError, read_document
from briefing.documents.html import all_text

SENTENCES = "".join(
    f"<p>La phrase n°&nbsp;{number} parle d’une né<b>gocia</b>tion, longue et incertaine.</p>"
    for number in range(9)
)
PAGE = f"""<!DOCTYPE html><html><head><title>Titre</title><script>var mot = 1</script></head>
<body><nav><a href="/">Accueil du site</a></nav><article><h1>Une négociation</h1>{SENTENCES}
<table><tr><th>Année</th><td>2025</td></tr></table></article>
<div id="comments"><p>Un lecteur mécontent.</p></div><footer>Mentions légales</footer></body></html>"""


def read(page: str | bytes) -> str:
    data = page.encode() if isinstance(page, str) else page
    return read_document("a.html", data).text


def test_the_main_text_is_kept_and_the_rest_is_not() -> None:
    text = read(PAGE)
    for wanted in ("Une négociation\n", "une négociation, longue", "n°", "Année", "2025"):
        assert wanted in text
    for unwanted in ("Accueil", "lecteur", "Mentions", "var mot", "<"):
        assert unwanted not in text
    assert text.count("\n") >= 10


@pytest.mark.parametrize(
    "page", ["<p>court</p>", "sans balise <b>aucune", "<div>un<div>deux</div>trois</div>"]
)
def test_a_page_without_main_text_gives_all_its_text(page: str) -> None:
    assert read(page) == all_text(page) != ""


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("sans balise", "sans balise"),
        ("<div>un<div>deux</div>trois</div>", "un\ndeux\ntrois"),
        ("<p>né<b>goc</b>ié  et\n dit</p>\n<p>puis", "négocié et dit\npuis"),
        ("&eacute;t&eacute;&nbsp;! R&D &lt;b&gt;", "été\u00a0! R&D <b>"),
        ("un<br>deux<script>x<p></script><style>y</style>trois", "un\ndeuxtrois"),
        ("<table><tr><td>a<td>b<tr><td>c", "a\nb\nc"),
        ("a<!-- b -->c", "ac"),
    ],
)
def test_all_text_is_one_line_for_each_block(page: str, text: str) -> None:
    assert all_text(page) == text


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("", "cp1252"),
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="utf-8">', "cp1252"),
        ("<meta charset=iso-8859-1>", "cp1252"),
        ("<meta charset=iso-8859-1>", "utf-8"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-15">', "latin9"),
        ("<meta charset='mac-roman'>", "mac-roman"),
        ('<meta charset="unknown">', "cp1252"),
        ('<meta charset="hex">', "cp1252"),
        ("<meta charset=idna>", "cp1252"),
    ],
)
@pytest.mark.parametrize("body", [SENTENCES, "<p>L’œuvre d’une négociation, à 3 €.</p>"])
def test_the_encoding_is_found(head: str, encoding: str, body: str) -> None:
    body = body.replace("€", "").replace("’", "'") if encoding == "latin9" else body
    text = read(f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding))
    assert "une négociation" in text
    assert "\ufffd" not in text


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1"])
def test_an_xml_declaration_is_followed(encoding: str) -> None:
    page = f'<?xml version="1.0" encoding="{encoding}"?>\n{PAGE}'.replace("’", "'")
    assert "La phrase n°" in read(page.encode(encoding))


@pytest.mark.parametrize("page", ["", "<html></html>", "<p> </p>", "<script>x</script>"])
def test_a_page_without_text_is_an_error(page: str) -> None:
    with pytest.raises(DocumentError, match=r"“a.html” holds no text"):
        read(page)


def test_a_page_the_library_cant_take_apart_gives_all_its_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise ValueError("a tree without root")

    monkeypatch.setattr("trafilatura.extract", fail)
    assert read("<p>mot</p>") == "mot"


def test_nothing_is_told_of_odd_pages(capfd: pytest.CaptureFixture[str]) -> None:
    read("<p>mot")
    assert capfd.readouterr() == ("", "")


pieces = st.sampled_from("<p> </p> <b> mot &eacute; &# <!-- --> <![CDATA[ ]]> \0 \x0b é".split(" "))


@given(st.lists(pieces | st.text(max_size=3), max_size=12).map("".join))
def test_any_page_is_a_text_or_an_error(page: str) -> None:
    try:
        text = read(page.encode("utf-8", "replace"))
    except DocumentError:
        return
    assert text.strip()
    text.encode()
