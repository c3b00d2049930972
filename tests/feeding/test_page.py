"""What is read back from a page: its description, its marks, its key points."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.feeding import Described, UnreadableError, read_page
from briefing.model.briefing import Draft
from briefing.model.dossier import Author
from briefing.model.text import RichText, Span, plain
from briefing.model.vocabulary import Tlp
from briefing.typesetting.engine import FRENCH
from tests.feeding.making import DOSSIER, briefing, page
from tests.support import CONFIG

ANY = briefing()
PAGE = page(ANY).decode()


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableError) as fault:
        read_page(data)
    return str(fault.value)


def with_items(*items: str) -> tuple[RichText, ...]:
    """Return the key points of a page whose list holds `items`."""
    start = PAGE.index("<ul>", PAGE.index('id="points-cles"')) + len("<ul>")
    made = PAGE[:start] + "".join(items) + PAGE[PAGE.index("</ul>", start) :]
    return read_page(made.encode()).key_points


def test_a_page_tells_what_the_feed_wants() -> None:
    told = read_page(page())
    assert told == Described(
        title="Un train de nuit pour Valmont",
        summary="Ce qu’en disent les élus",
        authors=("Anne & Ève",),
        house="Notes",
        date="2025-06-02",
        language="fr",
        audience="complet",
        key_points=(
            (Span("La région paierait la "), Span("moitié", emphasis=True), Span(" du déficit.")),
        ),
        rights="© 2025, Atelier de Valmont",
    )


@pytest.mark.parametrize("audience", ["complet", "decideurs", "presse", "chercheur"])
def test_the_key_points_of_every_audience_are_found(audience: str) -> None:
    told = read_page(page(briefing(audience=audience)))
    assert told.audience in (audience, "décideurs")
    assert [plain(point) for point in told.key_points] == [
        "La région paierait la moitié du déficit."
    ]


@pytest.mark.parametrize("mark", [Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp.AMBER_STRICT, Tlp.RED])
def test_the_label_is_found_in_the_data_and_on_the_page(mark: Tlp) -> None:
    data = page(briefing(tlp=mark))
    assert read_page(data).tlp is mark
    assert data.count(mark.label.encode()) == 2
    for kept in (b'"conditionsOfAccess":"', b'<p class="tlp">'):
        alone = data.replace(mark.label.encode(), b"TLP:CLEAR").replace(
            kept + b"TLP:CLEAR", kept + mark.label.encode()
        )
        assert read_page(alone).tlp is mark


def test_a_label_that_nobody_knows_is_the_highest() -> None:
    data = page(briefing(tlp=Tlp.GREEN)).replace(b'"tlp">TLP:GREEN', b'"tlp">TLP:PURPLE')
    assert read_page(data).tlp is Tlp.RED


def test_a_second_label_never_lowers_the_first() -> None:
    first = b'<p class="tlp">TLP:RED</p>'
    data = page(briefing(tlp=Tlp.RED)).replace(b'"TLP:RED"', b'"TLP:CLEAR"')
    assert first in data
    assert read_page(data.replace(first, first + b'<p class="tlp">TLP:CLEAR</p>')).tlp is Tlp.RED


def test_an_embargo_is_found() -> None:
    told = read_page(page(briefing(embargo="12 mars 2026 à 6 h")))
    assert "12 mars 2026" in told.embargo.replace("\u00a0", " ")
    assert read_page(page()).embargo == ""


def test_a_draft_is_one() -> None:
    assert read_page(page(briefing(draft=Draft()))).draft
    assert not read_page(page()).draft


def test_the_publisher_goes_before_the_collection() -> None:
    config = "editeur = 'Atelier de Valmont'\n" + DOSSIER
    assert read_page(page(briefing(config))).house == "Atelier de Valmont"


def test_what_a_dossier_leaves_out_is_empty() -> None:
    told = read_page(page(briefing(CONFIG.replace('date = "2025-06-02"\n', ""))))
    assert (told.summary, told.authors, told.house, told.date) == ("", (), "", "")
    assert told.rights == ""


def test_another_language_is_told() -> None:
    assert read_page(page(briefing("langue-des-textes = 'en'\n" + DOSSIER))).language == "en"


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("<li>Un  mot\n et deux</li>", (Span("Un mot et deux"),)),
        ("<li> Un <sup class='call'>1</sup><span class='support'>x</span></li>", (Span("Un"),)),
        ("<li>loin<p>Un <em>deux</em></p> trop</li>", (Span("Un "), Span("deux", emphasis=True))),
        ("<li><strong>Un</strong><strong> deux</strong></li>", (Span("Un deux", strong=True),)),
        ("<li>a</span>b</li>", (Span("ab"),)),
        ("<li>a<br>b<wbr>c &amp; d&nbsp;e</li>", (Span("abc & d\u00a0e"),)),
    ],
)
def test_key_points_are_read_as_a_browser_shows_them(item: str, expected: RichText) -> None:
    assert with_items(item) == (expected,)


def test_what_stands_before_the_page_is_passed_over() -> None:
    assert read_page(b"\xef\xbb\xbf \n" + PAGE.encode()) == read_page(PAGE.encode())


def test_a_template_without_key_points_leaves_the_abstract() -> None:
    told = read_page(PAGE.replace('id="points-cles"', 'id="autre"').encode())
    assert [plain(point) for point in told.key_points] == [
        "La région paierait la moitié du déficit."
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "briefing made"),
        (b"<!DOCTYPE html><html><title>Autre</title></html>", "briefing made"),
        ("é".encode("latin-1"), "UTF-8"),
        (PAGE.encode()[:-9], "cut short"),
        (PAGE.replace("ld+json", "json").encode(), "no JSON"),
        (PAGE.replace('"@type":"Report"', '"@type":"Recipe"').encode(), "report"),
        (PAGE.replace('"name":"Un train de nuit pour Valmont"', '"name":[1]').encode(), "“name”"),
        (PAGE.replace("<body", "<i>" * 600 + "<body").encode(), "nested"),
    ],
)
def test_what_is_no_sound_page_is_refused(data: bytes, reason: str) -> None:
    assert reason in refused(data)


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)


@given(WORDS, WORDS, WORDS)
@settings(max_examples=20)
def test_any_words_come_back_from_a_page(title: str, subtitle: str, author: str) -> None:
    what = replace(ANY, title=title, subtitle=subtitle, authors=(Author(author),))
    told = read_page(page(what))
    assert (told.title, told.authors) == (FRENCH.text(title), (author,))
    assert told.summary == FRENCH.text(subtitle)
    assert told.tlp is None
    assert told.key_points == read_page(page()).key_points


@pytest.mark.parametrize("end", ["<![foo[ x ]]>", "<![ 1 ]>", f"&#{'9' * 6000};<p>"])
def test_marked_sections_are_of_no_page_of_ours(end: str) -> None:
    assert "isn't a page that briefing made" in refused(f"{PAGE}{end}".encode())


@pytest.mark.parametrize("start", ["<!--", "<a ", "</"])
def test_what_has_no_end_is_not_looked_through(start: str) -> None:
    assert "cut short" in refused((PAGE + start * 500_000).encode())


def test_an_embargo_that_tells_no_moment_is_one() -> None:
    start = PAGE.index(">", PAGE.index("<body")) + 1
    marked = f'{PAGE[:start]}<p class="embargo"> </p>{PAGE[start:]}'
    assert read_page(marked.encode()).embargo == "–"
