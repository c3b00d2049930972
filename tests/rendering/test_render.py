"""From a briefing to its page: sections in their order, mistakes of a template told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import BaseLoader, ChoiceLoader, DictLoader

from briefing.errors import BriefingError, UsageError
from briefing.model.briefing import Briefing
from briefing.model.changes import Change, ChangeKind, Changes, ItemKind
from briefing.model.dossier import Dossier, Party
from briefing.model.edition import Medium
from briefing.model.text import Paragraph, Span
from briefing.model.vocabulary import Dating, DivergenceKind, Kind, SourceType, Status, Voice
from briefing.reading.audiences import SECTIONS
from briefing.rendering import render
from briefing.rendering.contract import BLOCKS
from tests.builders import (
    FEWER,
    assembled,
    divergence,
    dossier,
    event,
    extract,
    key_point,
    position,
    question,
    side,
    source,
)
from tests.builders import rich as prose
from tests.rendering.pages import BUILT_IN, MEDIA, html_of, page_of, readable


def overriding(**blocks: str) -> BaseLoader:
    """Return templates of which `complet` overrides some blocks of the base."""
    parts = [f"{{% block {name} %}}{text}{{% endblock %}}" for name, text in blocks.items()]
    text = "\n".join(['{% extends "base.html.j2" %}', *parts])
    return ChoiceLoader([DictLoader({"complet/briefing.html.j2": text}), BUILT_IN])


# ---- Sections ------------------------------------------------------------------------------

MARKS = {
    "points-clés": "texte du point clé",
    "changements": "texte du changement",
    "chapeau": "texte du chapeau",
    "chiffres": "texte du chiffre",
    "positions": "texte de la position",
    "chronologie": "texte de la date",
    "divergences": "texte de la divergence",
    "questions": "texte de la question",
    "sources": "remarque sur la source",
    "méthode": "texte de la méthode",
    "mentions": "texte des mentions",
}
"""Words that stand in one section only."""


def marked() -> Dossier:
    said = [
        extract("a#1", supports=("kp", "pos"), statement="Ce qui est déclaré à la place."),
        event("a#2", "2025-02-12", statement=MARKS["chronologie"]),
        replace(extract("a#3", kinds=(Kind.FIGURE,), statement=MARKS["chiffres"]), figure="12"),
    ]
    made = dossier(
        *said,
        sources=[replace(source("a"), note=MARKS["sources"])],
        key_points=[key_point("kp", MARKS["points-clés"])],
        positions=[position("pos", MARKS["positions"], brief="en bref")],
        questions=[question("q", side("Pour", MARKS["questions"]))],
        divergences=[divergence("d", text=MARKS["divergences"])],
        introduction=MARKS["chapeau"],
    )
    legal = replace(made.legal, disclaimer=(Span(MARKS["mentions"]),))
    return replace(made, method=(Paragraph((Span(MARKS["méthode"]),)),), legal=legal)


@FEWER
@given(st.lists(st.sampled_from(SECTIONS), min_size=1, unique=True), st.sampled_from(MEDIA))
def test_an_audience_gets_its_sections_in_its_order(sections: list[str], medium: Medium) -> None:
    change = Change(ChangeKind.ADDED, ItemKind.QUESTION, "q", new=MARKS["changements"])
    made = replace(assembled(marked(), *sections), changes=Changes(None, (change,)))
    text = readable(page_of(made, medium).one("body").text)
    shown = [name for name in SECTIONS if readable(MARKS[name]) in text]
    assert sorted(shown, key=lambda name: text.index(readable(MARKS[name]))) == sections


def test_every_section_has_its_block() -> None:
    assert set(BLOCKS) == set(SECTIONS)


def test_an_empty_section_prints_no_heading() -> None:
    headings = [node.text for node in page_of(dossier()).all("h2")]
    assert not {"Chronologie", "Questions ouvertes", "Divergences et incertitudes"} & set(headings)


def test_an_unknown_section_is_refused_and_the_nearest_proposed() -> None:
    odd = replace(assembled(dossier()), sections=("chronologies",))
    with pytest.raises(UsageError) as caught:
        html_of(odd)
    assert "chronologies" in str(caught.value)
    assert caught.value.hint is not None
    assert "chronologie" in caught.value.hint.values.values()


def test_gaps_are_printed_in_the_matrix_and_under_their_party() -> None:
    page = page_of(dossier(extract()))
    cells = [cell.text.strip() for cell in page.one("table").all("td")]
    assert cells.count("Pas de position relevée") == 3
    assert "Pas de position relevée : Sanctions." in readable(page.by_id("partie-russie").text)


def test_a_party_has_one_tint_and_the_seventh_that_of_the_first() -> None:
    parties = [Party(f"p{n}", f"Partie {n}") for n in range(7)]
    said = [extract(f"minic#e{n}", parties=[f"p{n}"]) for n in range(7)]
    page = page_of(dossier(*said, parties=parties))
    table = page.one("table")
    heads = [head.get("class") for head in table.one("thead").all("th")[1:]]
    assert heads == [f"party-{n}" for n in (1, 2, 3, 4, 5, 6, 1)]
    cells = table.one("tbody").all("tr")[0].all("td")
    assert [cell.classes - {"gap"} for cell in cells] == [{tint} for tint in heads]
    assert page.by_id("partie-p2").classes == {"party", "party-3"}


def test_a_position_of_several_voices_names_them_all() -> None:
    said = [extract("a#1", voice=Voice.DIRECT, supports=("pos",))]
    said += [extract("b#1", voice=Voice.REPORTED, supports=("pos",))]
    page = page_of(dossier(*said, positions=[position("pos", brief="En bref.")]))
    for place in (page.one("table").all("td")[0], page.by_id("partie-russie")):
        text = readable(place.text)
        assert "parole directe" in text
        assert "propos rapportés" in text


def test_a_question_of_which_nothing_is_known_says_so() -> None:
    page = page_of(dossier(questions=[question("q")]))
    assert "Rien de connu" in page.by_id("questions").text


# ---- Words for every value -----------------------------------------------------------------


@pytest.mark.parametrize("voice", [None, *Voice])
@pytest.mark.parametrize("status", [None, *Status])
def test_every_voice_and_status_can_be_printed(voice: Voice | None, status: Status | None) -> None:
    said = extract(kinds=(Kind.POSITION, Kind.EVENT), date="2025", voice=voice, status=status)
    assert "Chronologie" in html_of(assembled(dossier(said)))


@pytest.mark.parametrize("kind", list(DivergenceKind))
def test_every_kind_of_divergence_has_its_word(kind: DivergenceKind) -> None:
    page = page_of(dossier(divergences=[divergence("d", kind=kind)]))
    assert kind.value.casefold() in readable(page.by_id("divergence-d").text).casefold()


def test_a_contradiction_is_called_so() -> None:
    made = dossier(extract(), divergences=[divergence("d", kind=DivergenceKind.CONTRADICTION)])
    kind = page_of(made).one(class_="divergence").one(class_="kind")
    assert readable(kind.text) == "Contradiction"


@pytest.mark.parametrize("medium", MEDIA)
def test_the_legend_of_dates_is_printed_when_one_is_inferred(medium: Medium) -> None:
    given_one = event("a#x", "2025-02")
    inferred = event("a#y", "2025-03", dating=Dating.INFERRED)
    for said, legends in (([given_one], 0), ([given_one, inferred], 1)):
        chronology = page_of(dossier(*said), medium).by_id("chronologie")
        assert len(chronology.all(class_="legend")) == legends
        assert ("entre crochets" in readable(chronology.text)) == bool(legends)


@pytest.mark.parametrize("medium", MEDIA)
def test_the_headings_of_the_chapeau_skip_no_level(medium: Medium) -> None:
    chapeau = page_of(dossier(extract(), introduction="Un.\n\n## Suite\n\nFin."), medium)
    headings = chapeau.by_id("chapeau").all("h1", "h2", "h3", "h4")
    assert [(node.tag, node.text) for node in headings] == [("h2", "Suite")]


@pytest.mark.parametrize("type_", list(SourceType))
def test_every_type_of_source_has_its_word(type_: SourceType) -> None:
    page = page_of(dossier(extract(), sources=[source(type_=type_)]))
    assert type_.value in page.by_id("source-1").text


def test_a_source_says_whether_it_is_signed_and_dated() -> None:
    signed = page_of(dossier(extract())).by_id("source-1").text
    assert "document signé" in signed
    assert "date donnée" in signed
    bare = page_of(dossier(extract(), sources=[source(authors=(), date="")])).by_id("source-1").text
    assert "document non signé" in bare
    assert "s.\u00a0d." in bare


def test_support_is_told_in_words() -> None:
    said = [extract(f"{name}#1", status=Status.FACT, supports=("both",)) for name in "ab"]
    said += [extract("a#2", supports=("alone",)), extract("b#2", supports=("analyses",))]
    said += [extract("c#2", supports=("analyses",))]
    points = [key_point(name) for name in ("both", "alone", "analyses")]
    page = page_of(dossier(*said, key_points=points))
    assert "corroboré par 2 sources" in readable(page.by_id("point-both").text)
    assert "source unique" in readable(page.by_id("point-alone").text)
    assert "avancé par 2 sources" in readable(page.by_id("point-analyses").text)


@pytest.mark.parametrize(
    ("alone", "told"),
    [(True, "source unique, propos anonymes"), (False, "2 sources, propos anonymes")],
)
def test_support_of_unnamed_speakers_says_so(alone: bool, told: str) -> None:
    said = [
        extract(f"{name}#1", said_by="anonyme, un élu", supports=("kp",))
        for name in ("a" if alone else "ab")
    ]
    page = page_of(dossier(*said, key_points=[key_point("kp")]))
    assert told in readable(page.by_id("point-kp").text)


@pytest.mark.parametrize("medium", MEDIA)
def test_what_was_printed_before_is_found_by_its_issue_and_notes(medium: Medium) -> None:
    said = [extract(f"a#{i}", statement=f"Fait {i}.", issues=("otan", "sanctions")) for i in "12"]
    page = page_of(assembled(dossier(*said), "positions", "sources"), medium)
    (also,) = page.all("p", class_="also")
    assert readable(also.text) == "Voir aussi : OTAN, notes 1, 2."
    for link in also.all("a"):
        assert link.get("id") != link.get("href").removeprefix("#")
        there = page.by_id(link.get("href").removeprefix("#"))
        assert f"note-{link.text}" in {node.get("id") for node in there.walk()} | {
            node.get("href").removeprefix("#") for node in there.walk()
        }


def test_what_calls_no_note_is_found_by_its_issue() -> None:
    made = assembled(dossier(extract(issues=("otan", "sanctions"))), "positions", "sources")
    first, second = made.positions[0].issues
    bare = replace(second, also=tuple(replace(position, call=None) for position in second.also))
    party = replace(made.positions[0], issues=(first, bare))
    page = page_of(replace(made, positions=(party, *made.positions[1:])))
    (also,) = page.all("p", class_="also")
    assert readable(also.text) == "Voir aussi : OTAN."
    assert also.one("a").text == "OTAN"


def test_numbers_of_sources_hold_to_the_voice_in_the_matrix() -> None:
    """The date stands on a line of its own: no number begins a line."""
    said = extract(voice=Voice.REPORTED, date="2025-11-05~", dating=Dating.INFERRED)
    for what, after in ((replace(said, date=None), ""), (said, "[vers le 5 nov. 2025]")):
        (meta,) = page_of(dossier(what)).one("table").all("p", class_="meta")
        assert meta.text.startswith("propos rapportés\u00a0[1]")
        assert readable(meta.text.removeprefix("propos rapportés\u00a0[1]")) == after


def method_of(count: int) -> str:
    said = [extract(f"a#{i}", said_by="anonyme, un élu") for i in range(count)]
    return readable(page_of(dossier(*said)).by_id("methode").text)


def test_numbers_of_the_method_are_all_in_letters_or_all_in_figures() -> None:
    few, many = method_of(3), method_of(17)
    assert "repose sur trois extraits d'un document" in few
    assert "trois rapportent des propos anonymes" in few
    assert "repose sur 17 extraits d'un document" in many
    assert "17 rapportent des propos anonymes" in many


def test_the_method_promises_notes_only_where_there_are() -> None:
    promise = "renvoient chacun à une citation"
    assert promise in method_of(1)
    bare = dossier(extract(), key_points=[key_point("kp")])
    assert promise not in readable(page_of(bare).by_id("methode").text)


def test_the_method_explains_the_marks_of_support_and_cuts_no_count() -> None:
    text = page_of(dossier(extract())).by_id("methode").text
    assert all(word in text for word in ("corroboré", "étayé", "avancé"))
    assert (
        "analyse\u00a0de\u00a0l’auteur,\u00a01" in text
        or "intention\u00a0attribuée,\u00a01" in text
    )


@pytest.mark.parametrize("item", ["question", "divergence"])
def test_no_word_of_a_heading_stands_alone(item: str) -> None:
    words = "Que veut Moscou pour prix d'un accord ?"
    asked = dossier(
        extract(),
        questions=[question("q", text=words)],
        divergences=[replace(divergence("d"), title=prose(words))],
    )
    assert "d’un\u00a0accord\u202f?" in page_of(asked).by_id(f"{item}-{item[0]}").one("h3").text


def test_analyses_and_hypotheses_are_marked_and_facts_are_not() -> None:
    for status, word in ((Status.HYPOTHESIS, "hypothèse"), (Status.ANALYSIS, "analyse")):
        said = replace(event("a#1", "2025", statement="Cela arrive."), status=status)
        assert word in page_of(dossier(said)).by_id("chronologie").text
    said = event("a#1", "2025", statement="Cela arrive.")
    text = page_of(assembled(dossier(said), "chronologie", "sources")).by_id("chronologie").text
    assert not {"hypothèse", "analyse", "fait"} & set(text.split())


# ---- The page itself -----------------------------------------------------------------------


@pytest.mark.parametrize("medium", MEDIA)
def test_an_edition_says_what_it_is(medium: Medium) -> None:
    made = render(assembled(dossier(title="Un titre")), medium.value, loader=BUILT_IN)
    assert (made.medium, made.title, made.language) == (medium, "Un titre", "fr")
    assert made.audience == "complet"


def test_metadata_are_those_of_the_briefing() -> None:
    page = page_of(dossier(extract(), title="L'accord ?"))
    assert readable(page.one("title").text) == "L'accord ?"
    metas = {m.get("name"): m.get("content") for m in page.all("meta")}
    assert metas["author"] == "Claire Martin"
    assert metas["keywords"].split(", ") == ["Russie", "Ukraine", "OTAN", "Sanctions"]
    assert metas["dcterms.created"] == "2025-11-21"


def test_the_style_sheet_goes_whole_into_the_head() -> None:
    css = 'a > b::before { content: "« <" }'
    made = render(assembled(dossier()), "screen", loader=BUILT_IN, stylesheet=css)
    assert css in made.html


@pytest.mark.parametrize(("date", "end"), [("", "s. d."), ("2025-11-21", "21 novembre 2025.")])
def test_how_to_cite_ends_with_one_full_stop(date: str, end: str) -> None:
    box = page_of(dossier(title="Un titre", date=date)).by_id("citer")
    assert readable(box.all("p")[0].text).endswith(end)


def test_rendering_twice_gives_the_same(sample_briefing: Briefing) -> None:
    assert html_of(sample_briefing) == html_of(sample_briefing)


# ---- Templates of one's own ----------------------------------------------------------------


def test_a_block_can_be_overridden() -> None:
    made = render(assembled(dossier()), "screen", loader=overriding(masthead="<p>Ici</p>"))
    assert "<p>Ici</p>" in made.html


def test_an_unknown_variable_is_an_error_not_a_blank() -> None:
    loader = overriding(masthead="{{ briefing.tittle }}")
    with pytest.raises(BriefingError, match="tittle"):
        render(assembled(dossier()), "screen", loader=loader)


@pytest.mark.parametrize(
    "body",
    ["{% if %}", "{{ briefing.title", "{% block %}", "{{ briefing.title | nothing }}", "{% end %}"],
)
def test_a_mistake_in_a_template_is_told_with_its_file_and_line(body: str) -> None:
    loader = DictLoader({"complet/briefing.html.j2": f"<p>\n\n{body}"})
    with pytest.raises(BriefingError, match=r"complet/briefing\.html\.j2:3") as caught:
        render(assembled(dossier()), "screen", loader=loader)
    assert caught.value.exit_code == 1


def test_a_mistake_in_a_part_is_told_with_the_name_of_the_part() -> None:
    templates = {"complet/briefing.html.j2": '{% include "part.j2" %}', "part.j2": "\n{% if %}"}
    with pytest.raises(BriefingError, match=r"part\.j2:2"):
        render(assembled(dossier()), "screen", loader=DictLoader(templates))


def test_a_missing_template_is_named() -> None:
    with pytest.raises(BriefingError, match=r"complet/briefing\.html\.j2"):
        render(assembled(dossier()), "screen", loader=DictLoader({}))


def test_templates_escape_by_themselves() -> None:
    loader = DictLoader({"complet/briefing.html.j2": "<p>{{ briefing.title }}</p>"})
    made = render(assembled(dossier(title="<b>")), "screen", loader=loader)
    assert made.html == "<p>&lt;b&gt;</p>"
