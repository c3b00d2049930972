"""References in a citation style: whole, unforgeable, and the same each time."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.citing import _engine, cite
from briefing.citing.marks import clean
from briefing.errors import BriefingError, MachineError
from briefing.model.citation_style import CitationStyle
from briefing.model.source import Source
from briefing.model.text import Span, plain
from briefing.model.vocabulary import Dating, SourceType
from briefing.typesetting.engine import FRENCH, Typesetter
from briefing.typesetting.frame import Frame
from briefing.typesetting.names import parted
from tests.builders import edtf
from tests.citing.styles import (
    DATES,
    SOURCES,
    STYLES,
    cited,
    golden,
    minimal,
    printed,
    squeezed,
    words,
)

GOLDEN = golden()
SOURCE = Source("a", "Un titre", type=SourceType.REPORT, authors=("Anne Autre",))
DATED = '<date variable="issued" form="text"/>'
TITLED = '<text variable="title"/>'


# ---- The golden sources --------------------------------------------------------------------


def test_there_are_sources_enough() -> None:
    assert len(GOLDEN) >= 45
    assert {source.type for source in GOLDEN.values()} == {None, *SourceType}


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("case", GOLDEN)
def test_the_title_and_who_signs_are_there(case: str, name: str) -> None:
    source = GOLDEN[case]
    seen = words(cited(source, name)).replace(".", "")
    assert squeezed(source.title.replace("*", "")).replace(".", "") in seen
    for author in source.authors[:1]:
        surname = (parted(author) or ("", author))[1]
        assert squeezed(surname) in seen


@pytest.mark.parametrize("case", GOLDEN)
def test_all_that_a_source_says_is_in_a_style_that_prints_all(case: str) -> None:
    source = GOLDEN[case]
    seen = words(cited(source, "author-date"))
    told = (
        *(source.container.replace("*", ""), source.collection, source.publisher, source.place),
        *(source.volume, source.isbn, source.event),
        *(name.partition(",")[0].rpartition(" ")[2] for name in source.editors),
        *(name.rpartition(" ")[2] for name in (*source.translators, *source.interviewers)),
        *([source.url] if source.url else []),
        *([source.identifier] if not source.number else []),
        *([source.type.value] if source.type else []),
    )
    assert [text for text in told if squeezed(text) not in seen] == []
    years = [date.start.year for date in (source.date, source.accessed) if date and date.start]
    assert all(str(year) in seen for year in years)


@pytest.mark.parametrize(
    ("case", "name", "expected"),
    [
        (
            "an academic article",
            "author-date",
            (
                "^Ferrand^, N., ^Osterwald^, P. et ^Roig^, I. (automne 2023). « Tarifer la nuit : "
                "une économie des trains couchettes ». [article]. in *Revue française d'économie des "
                "transports*, vol. 58, n° 3, p. 45‑62. [https://doi.org/10.5555/rfet.2023.0583]."
            ),
        ),
        (
            "an article in English",
            "author-date",
            (
                '^Whitlock^, E. (2024). « {en:Night Trains: "Back on Track"?} ». [article]. in '
                "*The Harbour Review*, vol. 12, n° 2."
            ),
        ),
        (
            "a special issue",
            "author-date",
            (
                "^Le Bihan^, H. (juin-\u2060juillet 2024). « Ce que coûte une couchette ». [article]. "
                "in *La Gazette des lignes*, n° hors-série n° 8."
            ),
        ),
        (
            "a body signs its own report: it isn't named twice",
            "author-date",
            (
                "^Cour régionale des comptes^ (2024). *La desserte nocturne des villes moyennes*. "
                "[rapport]. 118 p., Valmont, __Cour régionale des comptes__."
            ),
        ),
        (
            "an untitled, unsigned note, its date inferred",
            "numbered",
            "[Note sur l'appel d'offres de mars], [vers mars 2025].",
        ),
        (
            "four authors, a double issue, a DOI and its resolver as address",
            "numbered",
            (
                "Nadia Ferrand et al., Les sillons de nuit en Europe, 1990-2020, "
                "*Espaces et mobilités*, 2021, 7, [https://doi.org/10.5555/em.2021.112]."
            ),
        ),
        (
            "an article of the press, with its section and page",
            "note",
            (
                "Claire Martin & Hugo Le Bihan, « Budget : la région « joue la montre » », "
                "*Le Courrier de Valmont*, 1er mars 2025, 1er mars 2025, 3."
            ),
        ),
    ],
)
def test_one_reference(case: str, name: str, expected: str) -> None:
    seen = printed(cited(GOLDEN[case], name))
    assert seen.translate({0xA0: " ", 0x202F: " "}) == expected


@pytest.mark.parametrize("name", STYLES)
def test_a_reference_is_the_same_in_any_order(name: str) -> None:
    """citeproc-py keeps what one date asked for the next one."""
    cases = list(GOLDEN)
    first = {case: cited(GOLDEN[case], name) for case in cases}
    assert {case: cited(GOLDEN[case], name) for case in reversed(cases)} == first


# ---- Dates ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2025-02-12", "12 février 2025"),
        ("2025-03-01", "1er mars 2025"),
        ("2025-02", "février 2025"),
        ("2025", "2025"),
        ("2025-02~", "vers février 2025"),
        ("../2025", "avant 2025"),
        ("2025-08-26/..", "après le 26 août 2025"),
        ("2025-11-04/2025-11-05", "4-5 novembre 2025"),
        ("2025-22", "été 2025"),
        ("2025-02-12?", "12 février 2025 (?)"),
        ("0000", "1 av. J.-C."),
    ],
)
def test_a_date_is_told_as_it_is(date: str, expected: str) -> None:
    spans = cite(minimal(DATED), replace(SOURCE, date=edtf(date)), FRENCH)
    assert " ".join(plain(spans).replace("\u2060", "").split()) == expected


def test_an_account_signs_what_nobody_else_does() -> None:
    source = replace(SOURCE, authors=(), account="jroche")
    assert printed(cited(source, "numbered")).startswith("@jroche, Un titre")


def test_an_inferred_date_is_in_brackets() -> None:
    source = replace(SOURCE, date=edtf("2025-02"), dating=Dating.INFERRED)
    assert plain(cite(minimal(DATED), source, FRENCH)) == "[février\u00a02025]"


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("date", DATES)
def test_no_date_stops_a_style(date: str, name: str) -> None:
    source = replace(SOURCE, date=edtf(date), accessed=edtf(date))
    assert "untitre" in words(cited(source, name))


@pytest.mark.parametrize(
    ("language", "expected"),
    [("fr", "12 février 2025"), ("en-GB", "12 February 2025"), ("de", "12. Februar 2025")],
)
def test_the_reader_has_dates_in_his_language(language: str, expected: str) -> None:
    by = Typesetter(language, frame=Frame(language))
    spans = cite(minimal(DATED), replace(SOURCE, date=edtf("2025-02-12")), by)
    assert " ".join(plain(spans).split()) == expected


def test_a_language_that_nobody_knows_is_english() -> None:
    by = Typesetter("en", frame=Frame("en'][<"))
    assert "2025" in plain(cite(minimal(DATED), replace(SOURCE, date=edtf("2025-02-12")), by))


# ---- Fields --------------------------------------------------------------------------------

HOSTILE = (
    "<script>alert(1)</script>",
    "</i></span><b>x",
    '<span class="nocase">x</span> y',
    "{{ 7*7 }} {% raw %}",
    "\\textbf{x} $y$ %z",
    "« a » “b” \"c\" 'd'",
    "a\u202eb\u200fc",
    "a\0b\x1b[31m",
    "\ufdd0a\ufdd1b\ufdef",
    "a & b &amp; &lt;i&gt;",
)


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_is_but_words(title: str, name: str) -> None:
    source = replace(SOURCE, title=title, container=title, publisher=title, authors=(title,))
    spans = cited(source, name)
    assert squeezed(clean(title)).replace(".", "") in words(spans).replace(".", "")
    assert {span.language for span in spans} == {""}
    assert {span.link for span in spans} == {""}


@given(SOURCES, st.sampled_from(STYLES))
def test_no_source_stops_a_style_nor_loses_its_title(source: Source, name: str) -> None:
    spans = cited(source, name)
    assert all(span.text for span in spans)
    title = squeezed(clean(source.title))
    seen = words(spans)
    assert not set(seen) & {chr(code) for code in range(0xFDD0, 0xFDF0)}
    for word in filter(str.isalnum, clean(source.title).split()):
        assert squeezed(word) in seen, title


def test_a_foreign_title_keeps_its_language_and_its_marks() -> None:
    source = replace(SOURCE, title='the "end" of the game', language="en", type=SourceType.BOOK)
    spans = cited(source, "author-date")
    assert Span('The "end" of the Game', emphasis=True, language="en") in spans


def test_a_french_title_keeps_its_letters() -> None:
    source = replace(SOURCE, title="La Guerre d'Ukraine vue de Kyiv", type=SourceType.BOOK)
    for name in STYLES:
        assert "La Guerre d'Ukraine vue de Kyiv" in plain(cited(source, name))


def test_in_an_english_frame_french_is_foreign() -> None:
    by = Typesetter("en-GB", frame=Frame("en-GB"))
    spans = cited(replace(SOURCE, title="Le titre"), "note", by)
    assert "fr" in {span.language for span in spans}


def test_italics_of_a_title_are_kept() -> None:
    source = replace(SOURCE, title="Relire *La Nuit* !", type=SourceType.ARTICLE)
    assert Span("La Nuit", emphasis=True) in cited(source, "author-date")
    source = replace(source, type=SourceType.BOOK)
    assert Span("La Nuit") in cited(source, "author-date")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [({"volume": "58"}, "vol. 58"), ({"doi": "10.1/a"}, "vol. "), ({"number": "3"}, "")],
)
def test_an_article_with_a_volume_is_of_a_review(changes: dict[str, str], expected: str) -> None:
    layout = (
        '<choose><if type="article-journal"><text value="vol. "/><text variable="volume"/></if>'
        "</choose>"
    )
    source = replace(SOURCE, type=SourceType.ARTICLE, **changes)  # type: ignore[arg-type]
    assert plain(cite(minimal(layout), source, FRENCH)).strip() == expected.strip()


def test_addresses_are_links_to_where_they_lead() -> None:
    source = replace(SOURCE, url="https://A.example/B", doi="10.1/X")
    assert Span("https://doi.org/10.1/X", link="https://doi.org/10.1/X") in cited(
        source, "author-date"
    )
    numbered = cited(source, "numbered")  # which sets addresses in lower case
    assert Span("https://a.example/b", link="https://A.example/B") in numbered


def test_the_number_is_that_of_our_list() -> None:
    seen = printed(cited(SOURCE, "numbered"))
    assert seen.startswith("Anne Autre, Un titre")


@pytest.mark.parametrize(
    ("variable", "changes", "expected"),
    [
        ("volume", {"volume": "12"}, "xii"),
        ("volume", {"volume": "9" * 12}, "9" * 12),
        ("volume", {"volume": "tome II"}, "tome II"),
        ("issue", {"number": "hors-série", "type": SourceType.ARTICLE}, "hors-série"),
        ("number-of-pages", {"pages": "9" * 5000}, "9" * 5000),
        ("number", {"identifier": "ECLI:EU:C:2020:1"}, "ECLI:EU:C:2020:1"),
    ],
)
def test_a_number_is_counted_or_left(variable: str, changes: dict[str, str], expected: str) -> None:
    source = replace(SOURCE, **changes)  # type: ignore[arg-type]
    number = f'<number variable="{variable}" form="roman"/>'
    assert plain(cite(minimal(number), source, FRENCH)).replace("\u2060", "") == expected


def test_the_length_of_a_book_has_its_label() -> None:
    layout = (
        '<number variable="number-of-pages" suffix=" "/>'
        '<label variable="number-of-pages" form="short"/>'
    )
    assert plain(cite(minimal(layout), replace(SOURCE, pages="320"), FRENCH)) == "320 p."


# ---- Styles that fail ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "layout",
    [
        '<text value="a" font-style="wavy"/>',
        '<names variable="author"><name and="perhaps"/></names>',
        '<text macro="&apos;"/>',
        '<names variable="author"><name et-al-min="many"/></names>',
        "<bogus/>",
    ],
)
def test_a_style_that_fails_is_named(layout: str) -> None:
    """None of them is CSL; whatever comes of it, it isn't a traceback."""
    head = '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">'
    xml = f"{head}<bibliography><layout>{layout}</layout></bibliography></style>"
    with pytest.raises(BriefingError, match=r"“odd\.csl” (?:fails on “Un titre”|can't be used)"):
        cite(CitationStyle("odd.csl", xml), replace(SOURCE, authors=("A B", "C D")), FRENCH)


@pytest.mark.parametrize("xml", ["", "<style/>", "<a>" * 2000])
def test_a_style_that_was_never_checked_is_told(xml: str) -> None:
    with pytest.raises(BriefingError, match=r"“odd\.csl”"):
        cite(CitationStyle("odd.csl", xml), SOURCE, FRENCH)


@pytest.mark.parametrize(
    "layout",
    [f"<text value='{'mot ' * 20_000}'/>", f"<text variable='title' prefix='{'x' * 60_000}'/>"],
)
def test_a_reference_without_end_stops_the_run(layout: str) -> None:
    with pytest.raises(BriefingError, match=r"fails on “Un titre”: \d+ characters"):
        cite(minimal(layout), SOURCE, FRENCH)


def test_a_long_title_is_cut_where_it_is_told() -> None:
    source = replace(SOURCE, title="titre " * 1000)
    assert len(plain(cite(minimal(TITLED), source, FRENCH))) > 5000
    with pytest.raises(BriefingError) as told:
        cite(minimal(f"{TITLED}<text value='{'x' * 60_000}'/>"), source, FRENCH)
    assert len(str(told.value)) < 300


@pytest.mark.parametrize("control", ["\u202e", "\u2066"])
def test_a_style_turns_no_text_around(control: str) -> None:
    made = cite(minimal(f'<text variable="title" suffix="{control}abc"/>'), SOURCE, FRENCH)
    assert plain(made) == "Un titreabc"


def test_a_style_may_have_nothing_to_say() -> None:
    assert cite(minimal('<text variable="ISBN"/>'), SOURCE, FRENCH) == ()


def test_without_the_extra_the_run_stops_with_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    _engine.cache_clear()
    monkeypatch.delitem(sys.modules, "briefing.citing.engine", raising=False)
    monkeypatch.setitem(sys.modules, "citeproc", None)
    with pytest.raises(MachineError) as caught:
        cite(minimal(TITLED), SOURCE, FRENCH)
    assert "extra “csl”" in str(caught.value.message)
    assert "pip install 'briefing[csl]'" in str(caught.value.hint)
    _engine.cache_clear()


def test_a_warning_of_the_library_is_not_shown(capfd: pytest.CaptureFixture[str]) -> None:
    cited(SOURCE, "author-date")
    assert capfd.readouterr() == ("", "")
