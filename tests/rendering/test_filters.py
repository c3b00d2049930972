"""Each filter sets French type once, and nothing but type."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from briefing.model.changes import Run
from briefing.model.notes import NoteEntry, SourceEntry
from briefing.model.text import Span
from briefing.model.typography import Dash, Space, Typography
from briefing.model.verification import Fragment, Verdict, Verification
from briefing.model.vocabulary import Dating
from briefing.rendering import filters
from briefing.rendering.filters import closing, dated, listed, opening, quotation, rich, typo
from briefing.rendering.references import full_reference, own_reference
from briefing.rendering.spans import LONGEST_HELD
from briefing.typesetting import Typesetter
from tests.builders import TEXTS, assembled, dossier, edtf, extract, source
from tests.builders import rich as prose
from tests.rendering.pages import parse, readable

CALL = Markup("<sup>1</sup>")


def words(html: str) -> str:
    return readable(parse(f"<html>{html}</html>").text)


def test_plain_text_is_escaped_and_set() -> None:
    assert typo("Vraiment ? <b> & l'OTAN") == "Vraiment\u202f? &lt;b&gt; &amp; l’OTAN"


def test_no_text_is_nothing() -> None:
    assert typo("") == rich(()) == ""


def test_prose_keeps_its_emphasis_and_links() -> None:
    html = rich(prose("un *mot*, **deux** et [trois](https://exemple.fr/?a=1&b=2)"))
    assert html == (
        "un <em>mot</em>, <strong>deux</strong> et "
        '<a href="https://exemple.fr/?a=1&amp;b=2">trois</a>'
    )


def test_an_address_keeps_its_own_type() -> None:
    address = "https://exemple.fr/a;b?c=1"
    set_ = rich((Span(address, link=address),))
    assert f'<a href="{address}">' in set_
    assert set_.striptags() == address


def test_an_address_breaks_at_its_own_signs_and_nowhere_else() -> None:
    link = rich(
        (
            Span(
                "10.1000/revue-des-transports-2025",
                link="https://doi.org/10.1000/revue-des-transports-2025",
            ),
        )
    )
    held = ("10.1000", "/revue", "-des", "-transports", "-2025")
    assert link == Markup(
        '<a href="https://doi.org/10.1000/revue-des-transports-2025">{}</a>'
    ).format(Markup("<wbr>").join(Markup(f'<span class="held">{p}</span>') for p in held))


@pytest.mark.parametrize(("letters", "held"), [(LONGEST_HELD, True), (LONGEST_HELD + 1, False)])
def test_what_is_wider_than_a_phone_may_break(letters: int, held: bool) -> None:
    word = "a" * letters
    address = f"https://{word}"
    assert (f'class="held">{word}<' in closing(prose(f"Un {word}."), CALL)) is held
    assert (f'class="held">{word}<' in rich((Span(address, link=address),))) is held


def test_words_that_link_are_no_address() -> None:
    assert "held" not in rich((Span("voir le site", link="https://exemple.fr/a"),))


def test_foreign_words_are_marked_and_keep_their_own_type() -> None:
    html = rich((Span("Le "), Span('"deal"; no?', language="en")))
    assert html == 'Le <span lang="en">“deal”; no?</span>'


def test_superior_letters_are_raised() -> None:
    assert typo("le 1er mars") == "le 1<sup>er</sup>\u00a0mars"


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Un mot.", "Un mot1."),
        ("Un mot…", "Un mot1…"),
        ("Un mot", "Un mot1"),
        ("Un mot ?", "Un mot ?1"),
        ("Un *mot.*", "Un mot1."),
        (".", "1."),
        ("", "1"),
    ],
)
def test_the_call_stands_before_the_full_stop(text: str, called: str) -> None:
    assert words(closing(prose(text), CALL)) == called


@pytest.mark.parametrize(("text", "stop"), [("Un mot", " ;"), ("Un mot", ","), ("", ".")])
def test_the_sign_after_a_call_is_never_lost(text: str, stop: str) -> None:
    assert words(closing(prose(text), CALL, stop)) == f"{text}1{stop}"


@pytest.mark.parametrize("typed", ["Il vient de « lui-même ».", "Il vient de « lui-même »"])
def test_a_closing_mark_stays_with_its_word_and_its_call(typed: str) -> None:
    html = closing(prose(typed), CALL)
    assert f'<span class="held">lui-même\u202f»{CALL}' in html


def test_without_a_call_a_sentence_is_only_set() -> None:
    assert closing(prose("Un mot."), Markup("")) == "Un mot."


@given(st.sampled_from(TEXTS), st.sampled_from(["", " ;", ".", ","]))
def test_a_call_changes_no_word(text: str, stop: str) -> None:
    bare = words(rich((*prose(text), Span(stop))))
    called = words(closing(prose(text), Markup("<sup>¹</sup>"), stop))
    assert called.replace("¹", "", 1) == bare


@pytest.mark.parametrize(
    ("text", "opened"),
    [("le Kremlin", "Le Kremlin"), ("D. Trump", "D. Trump"), ("état", "État"), ("", "")],
)
def test_a_sentence_opens_with_a_capital(text: str, opened: str) -> None:
    assert opening(text) == opened


@pytest.mark.parametrize(
    ("items", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a et b"), (["a", "", "b", "c"], "a, b et c")],
)
def test_a_list_reads_as_french(items: list[str], said: str) -> None:
    assert listed(items) == said


def test_an_inferred_date_stands_in_brackets() -> None:
    date = edtf("2025-02-12")
    assert words(dated(date, Dating.INFERRED)) == "[12 février 2025]"
    assert words(dated(date, Dating.GIVEN)) == "12 février 2025"
    assert "[" not in dated(None, Dating.INFERRED)


def test_a_date_never_breaks() -> None:
    assert " " not in dated(edtf("2025-02-12"), Dating.GIVEN)


@given(st.sampled_from(TEXTS))
def test_a_quotation_keeps_its_words(text: str) -> None:
    """Markdown marks become emphasis; what looks like a citation or a link is words."""
    html = quotation(extract(quotation=text))
    page = parse(f"<html>{html}</html>")
    assert page.all("a") == []
    assert page.text.startswith("«")
    assert page.text.endswith("»")


def test_a_quotation_is_stored_as_it_was() -> None:
    said = extract(quotation="l'OTAN ? *de facto*")
    quotation(said)
    assert said.quotation == "l'OTAN ? *de facto*"


def test_what_looks_like_a_citation_in_a_quotation_stays() -> None:
    assert "[@minic#x]" in words(quotation(extract(quotation="voir [@minic#x]")))


@pytest.mark.parametrize(
    "said", ["un <b faux>mot</b>", "un[^faux] mot", "un [mot](https://x.fr)", "R&amp;D", "~~un~~"]
)
@pytest.mark.parametrize("language", ["", "en"])
def test_what_looks_like_markup_in_a_quotation_is_printed(said: str, language: str) -> None:
    html = quotation(replace(extract(quotation=said), language=language))
    assert said in html.striptags().replace("\u00a0", " ")
    assert "<a" not in html


def test_every_filter_is_offered_to_templates_by_a_plain_name() -> None:
    assert all(name.isidentifier() and callable(f) for name, f in filters.FILTERS.items())


def test_every_filter_that_sets_type_follows_the_house() -> None:
    house = Typography(Space.FULL, Dash.EM, raised_titles=False, grouped_from=4)
    bound = filters.filters(Typesetter("fr-FR", house))
    assert set(bound) == set(filters.FILTERS)
    typed = "Mme Kallas – 6000 hommes – hésite ?"
    seen = "Mme\u00a0Kallas —\u2060\u00a06\u202f000 hommes\u00a0— hésite\u00a0?"
    spans = (Span(typed),)
    assert bound["typo"](typed) == bound["typeset"](typed) == bound["rich"](spans) == seen
    assert bound["closing"](spans, CALL).startswith(seen.rpartition(" ")[0])
    assert seen in bound["quotation"](extract("a", quotation=typed))
    assert seen in bound["reference"](source("s", title=typed))
    assert seen in bound["label"](source("s", label=typed))
    assert bound["dated"](edtf("2025-03-01"), Dating.GIVEN) == bound["date"](edtf("2025-03-01"))
    assert bound["followed"]("a", ";") == "a\u00a0;"
    assert bound["grouped"](6000) == "6\u202f000"


def test_what_changed_and_what_is_opened_follow_the_house() -> None:
    house = Typography(Space.FULL, raised_titles=False)
    bound = filters.filters(Typesetter("fr-FR", house))
    typed, seen = "Mme Kallas hésite ?", "Mme\u00a0Kallas hésite\u00a0?"
    for name in ("inserted", "deleted"):
        assert seen in bound[name]([Run(typed)])
    for name in ("cited", "struck", "struck_citation", "day"):
        assert seen in bound[name](typed)
    found = Verification(Verdict.VERBATIM, fragments=(Fragment(0, len(typed), typed),))
    noted = NoteEntry(extract("a"), SourceEntry(1, source(), 1), found)
    assert seen in bound["passage"](noted)


def test_references_follow_the_country() -> None:
    swiss, title = Typesetter("fr-CH"), "Note : suite"
    note = source("s", title=title)
    note = replace(note, url="https://exemple.fr/a:b", identifier="NOR : T'1")
    labelled = replace(note, label=title)
    briefing = assembled(replace(dossier(), title=title), "sources")
    assert filters.label(labelled, by=swiss) == "Note\u202f: suite"
    assert "Note\u202f: suite" in own_reference(briefing, by=swiss)
    made = full_reference(note, by=swiss)
    assert "Note\u202f: suite" in made
    assert "disponible sur\u202f: <a" in made
    assert '<span lang="zxx">NOR\u00a0:\u00a0T&#39;1</span>' in made
    assert 'href="https://exemple.fr/a:b"' in made


def test_english_that_nobody_tells_stands_in_french_quotation_marks() -> None:
    title = 'The rise of the "West" and the fall of it'
    marked = '«\u202f<span lang="en">The rise of the “West” and the fall of it</span>\u202f»'
    assert marked in full_reference(source("s", title=title))
    assert quotation(extract("a", quotation=title)) == marked
    assert "lang" not in quotation(extract("a", quotation="Le titre « the deal »"))


@pytest.mark.parametrize(
    ("locale", "seen"),
    [
        ("fr-FR", "<b>&amp;</b>\u202f;"),
        ("fr-CH", "<b>&amp;</b>\u202f;"),
        ("fr-CA", "<b>&amp;</b>;"),
    ],
)
def test_a_mark_follows_as_the_country_has_it(locale: str, seen: str) -> None:
    by = Typesetter(locale)
    assert filters.followed(Markup("<b>{}</b>").format("&"), ";", by=by) == seen
    assert filters.followed("<", ":", by=by).startswith("&lt;")
