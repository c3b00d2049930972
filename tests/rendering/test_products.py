"""The built-in editions that aren't the complete one: a page, a press kit, a research edition."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing import api
from briefing.model.audience import Audience
from briefing.model.dossier import Dossier, Issue
from briefing.model.edition import Medium
from briefing.model.verification import Fragment, Verdict, Verification
from briefing.model.vocabulary import (
    Credibility,
    Dating,
    DivergenceKind,
    Likelihood,
    Reliability,
    Tlp,
    Voice,
)
from briefing.reading.audiences import BUILT_IN
from briefing.rendering.marking import OWN_LOOK, sheets_of
from briefing.resources import styles_folder, templates_folder
from tests.builders import (
    assembled,
    divergence,
    dossier,
    edtf,
    evidence_of,
    extract,
    key_point,
    question,
    side,
    source,
)
from tests.rendering.pages import MEDIA, Node, page_of, readable

MINIC = extract(
    "minic#a", said_by="Vladimir Poutine, président", voice=Voice.DIRECT, supports=("kp",)
)
FULL = dossier(
    MINIC,
    extract("minic#b", said_by="anonyme, un diplomate"),
    extract("minic#c"),
    key_points=[key_point("kp", "Moscou attend.")],
    questions=[question("q", side("Moscou", "Elle attend.", "minic#a"), text="Que veut Moscou ?")],
    divergences=[divergence("d", kind=DivergenceKind.EVOLUTION, text="Un commentaire.")],
    introduction="Moscou veut gagner du temps [@minic#a].",
)


def made(name: str, medium: Medium, what: Dossier = FULL, **changes: object) -> Node:
    audience: Audience = replace(BUILT_IN[name], **changes)  # type: ignore[arg-type]
    return page_of(api.assemble(what, audience), medium)


def section(page: Node, id_: str) -> str:
    return readable(page.by_id(id_).text)


# ---- decideurs -----------------------------------------------------------------------------


@pytest.mark.parametrize("medium", MEDIA)
def test_one_page_has_its_sections_under_their_headings(medium: Medium) -> None:
    page = made("decideurs", medium)
    headings = [readable(node.text) for node in page.all("h2")]
    wanted = [
        "L'essentiel",
        "Positions en présence",
        "Ce qui reste ouvert",
        "À surveiller",
        "Sources",
    ]
    assert headings == wanted


@pytest.mark.parametrize("medium", MEDIA)
def test_one_page_says_sentences_with_their_sources_and_no_more(medium: Medium) -> None:
    page = made("decideurs", medium)
    assert "Moscou attend. [1]" in section(page, "points-cles")
    assert "Que veut Moscou ? [1]" in section(page, "questions")
    assert "Elle attend" not in page.text
    assert "Un commentaire" not in page.text
    assert "Deux lectures · Évolution" in section(page, "divergences")
    assert page.all(class_="call") == []


@pytest.mark.parametrize("medium", MEDIA)
def test_a_cell_has_one_statement_by_the_form_of_its_voice(medium: Medium) -> None:
    page = made("decideurs", medium)
    (cell,) = [node for node in page.all("td") if node.all(class_="stance")]
    assert len(cell.all(class_="stance")) == 1
    assert cell.all(class_="direct")
    assert "+ 2" in readable(cell.text)
    assert "Pas de position relevée" in section(page, "positions")


@pytest.mark.parametrize("medium", MEDIA)
def test_what_is_left_out_is_counted_where_it_would_stand(medium: Medium) -> None:
    many = replace(
        FULL,
        key_points=tuple(key_point(f"k{number}") for number in range(7)),
        issues=tuple(Issue(f"e{number}", f"Enjeu {number}") for number in range(8)),
    )
    page = made("decideurs", medium, many)
    assert "+ 2 dans l'édition complète" in section(page, "points-cles")
    assert "+ 2 enjeux dans l'édition complète" in section(page, "positions")
    assert "+" not in section(page, "questions")


def test_a_heading_of_the_audience_stands_in_place_of_ours() -> None:
    page = made("decideurs", Medium.SCREEN, headings={"questions": "Reste à savoir"})
    assert section(page, "questions").startswith("Reste à savoir")


def test_sources_are_in_short_and_dated() -> None:
    shown = replace(FULL, sources=(source(dating=Dating.INFERRED),))
    assert "D. Minic, [13 févr. 2025]" in section(made("decideurs", Medium.PRINT, shown), "sources")


# ---- presse --------------------------------------------------------------------------------


@pytest.mark.parametrize("medium", MEDIA)
def test_the_press_reads_words_ready_to_take_up_and_who_says_them(medium: Medium) -> None:
    text = section(made("presse", medium), "citations")
    assert text.startswith("Citations à reprendre")
    assert "dont les objectifs restent maximalistes" in text
    assert "Vladimir Poutine, président" in text


@pytest.mark.parametrize("medium", MEDIA)
def test_the_press_reads_nobody_unnamed_and_no_rating(medium: Medium) -> None:
    rated = replace(FULL, sources=(replace(source(), reliability=Reliability.B),))
    page = made("presse", medium, rated)
    assert "diplomate" not in page.text
    assert "fiabilité" not in page.text


@pytest.mark.parametrize("medium", MEDIA)
def test_the_embargo_comes_first_and_the_contact_before_the_last_page(medium: Medium) -> None:
    page = made("presse", medium, embargo="2 juin 2025, 6 h", contact=("Service de presse",))
    (embargo,) = page.all(class_="embargo")
    assert embargo in page.one("body").children[:8]
    order = readable(page.by_id("contenu").text)
    told = ("Moscou attend", "Service de presse", "Comment citer")
    places = [order.index(words) for words in told]
    assert places == sorted(places)


def test_without_a_last_page_the_contact_ends_the_edition() -> None:
    page = made("presse", Medium.PRINT, sections=("points-clés",), contact=("Presse",))
    assert len(page.all(class_="contact")) == 1


def test_without_quotations_there_is_no_heading_for_them() -> None:
    page = made("presse", Medium.SCREEN, dossier(extract(), introduction="Un mot."))
    assert page.all(class_="quotations") == []


# ---- chercheur -----------------------------------------------------------------------------


@pytest.mark.parametrize("medium", MEDIA)
def test_the_annex_tells_all_of_every_extract(medium: Medium) -> None:
    tagged = replace(
        MINIC, credibility=Credibility.TWO, page="4", date=edtf("2025-02-12"), via=("Reuters",)
    )
    proved = Verification(Verdict.VERBATIM, fragments=(Fragment(1200, 1240, "dont les"),))
    audience = replace(BUILT_IN["chercheur"], clearance=Tlp.RED)  # nothing is withheld from it
    briefing = api.assemble(dossier(tagged), audience, evidence=evidence_of(a=proved))
    page = page_of(briefing, medium)
    item = readable(page.by_id("extrait-minic:a").text)
    for words in (
        "« dont les objectifs restent maximalistes »",
        "Les objectifs restent maximalistes.",
        "Vladimir Poutine, président, d'après D. Minic [1], p. 4 (via Reuters)",
        "parole directe · analyse · 12 février 2025 · Russie · OTAN · véracité 2",
        "vérifiée mot à mot · caractères 1200 à 1240",
        "note 1",
    ):
        assert words in item.replace("\u202f", " ").replace("1 2", "12"), words
    links = {a.get("href") for a in page.by_id("extrait-minic:a").all("a")}
    assert "#note-1" in links
    assert [node for node in page.walk() if node.get("id") == "note-1"]


@pytest.mark.parametrize(("likelihood", "named"), [(None, 0), (Likelihood.LIKELY, 1)])
def test_own_words_name_their_document_only_with_more_to_tell(
    likelihood: Likelihood | None, named: int
) -> None:
    own = replace(extract("minic#a", voice=Voice.OWN), likelihood=likelihood)
    item = made("chercheur", Medium.PRINT, dossier(own)).by_id("extrait-minic:a")
    assert len(item.all(class_="said")) == named
    assert "en son propre nom" in readable(item.text)


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (None, "non vérifiée"),
        (Verdict.AMBIGUOUS, "vérifiée, à plusieurs endroits"),
        (Verdict.NEAR, "non conforme au document"),
        (Verdict.ABSENT, "absente du document"),
    ],
)
def test_the_annex_tells_how_a_quotation_stands(verdict: Verdict | None, words: str) -> None:
    evidence = evidence_of(a=Verification(verdict))
    page = page_of(api.assemble(dossier(MINIC), "chercheur", evidence=evidence), Medium.PRINT)
    assert words in section(page, "annexe")


@pytest.mark.parametrize("medium", MEDIA)
def test_the_annex_stands_before_the_last_page_or_at_the_end(medium: Medium) -> None:
    text = readable(made("chercheur", medium).text)
    assert text.index("Annexe : tous les extraits") < text.index("Comment citer")
    short = made("chercheur", medium, sections=("points-clés", "sources"))
    assert len(short.all(class_="annexed")) == 1


def test_the_complete_edition_has_no_annex() -> None:
    assert page_of(FULL).all(class_="annex") == []


# ---- Their looks ---------------------------------------------------------------------------


@pytest.mark.parametrize("medium", MEDIA)
def test_a_style_sheet_goes_with_its_template_alone(medium: Medium) -> None:
    for name in OWN_LOOK:
        briefing = api.assemble(FULL, name)
        assert list(sheets_of(briefing, medium)) == [f"audiences/{name}/{medium.value}.css"]
    assert list(sheets_of(assembled(FULL), medium)) == []


def test_every_such_sheet_is_read_and_has_its_template() -> None:
    found = {path.parent.name for path in (styles_folder() / "audiences").glob("*/*.css")}
    assert found == set(OWN_LOOK)
    assert all((templates_folder() / name / "briefing.html.j2").is_file() for name in OWN_LOOK)
    assert {audience.template for audience in BUILT_IN.values()} == {"complet", *OWN_LOOK}
