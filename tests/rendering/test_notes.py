"""Notes: who says it, in whose words, from which document; nothing passed off as direct."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from briefing.model.briefing import Briefing
from briefing.model.edition import Medium
from briefing.model.extract import Extract
from briefing.model.source import Source
from briefing.model.vocabulary import Likelihood, Voice
from tests.builders import assembled, dossier, event, extract, key_point, source
from tests.rendering.pages import MEDIA, Node, notes_of, page_of, readable

RUSSIAN = "Vladimir Poutine, président russe"


def note(
    *said: Extract, sources: list[Source] | None = None, medium: Medium = Medium.SCREEN
) -> str:
    """Return the words of the first note of a dossier of `said`."""
    page = page_of(dossier(*said, sources=sources), medium)
    return readable(notes_of(page, medium)[0].text)


# ---- Who speaks ----------------------------------------------------------------------------


def speaking(*said: Extract, medium: Medium = Medium.SCREEN, **more: list[Source]) -> str:
    """Return what a note says before its quotation."""
    return note(*said, medium=medium, **more).partition("« dont")[0]


@pytest.mark.parametrize("medium", MEDIA)
def test_reported_words_are_never_printed_as_direct_words(medium: Medium) -> None:
    text = speaking(extract(said_by=RUSSIAN, voice=Voice.REPORTED), medium=medium)
    assert "Vladimir Poutine, président russe, propos rapportés par D. Minic" in text


@pytest.mark.parametrize("voice", [Voice.DIRECT, Voice.ATTRIBUTED, Voice.OWN])
def test_other_words_are_not_said_to_be_reported(voice: Voice) -> None:
    text = speaking(extract(said_by="Ulrich Bounat, spécialiste", voice=voice))
    assert "rapporté" not in text
    assert text.index("Ulrich Bounat, spécialiste") < text.index("D. Minic")


def test_words_are_reported_in_a_document_that_nobody_signed() -> None:
    unsigned = source("note", title="Un appel", authors=())
    said = extract("note#x", said_by=RUSSIAN, voice=Voice.REPORTED)
    assert "propos rapportés dans « Un appel »" in speaking(said, sources=[unsigned])


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("Yann Le Goff", "Y. Le Goff"),
        ("Emmanuel Le Roy Ladurie", "E. Le Roy Ladurie"),
        ("Charles De Gaulle", "C. De Gaulle"),
        ("Charles de Gaulle", "C. de Gaulle"),
        ("Eric VAN DER LINDEN", "E. VAN DER LINDEN"),
        ("Le Monde", "Le Monde"),
    ],
)
def test_a_surname_keeps_its_particle_whatever_its_case(name: str, seen: str) -> None:
    text = speaking(extract(said_by=RUSSIAN), sources=[source(authors=(name,))])
    assert f"d'après {seen} [1]" in text


@pytest.mark.parametrize("voice", list(Voice))
def test_the_author_speaks_for_himself(voice: Voice) -> None:
    """His name stands once: he quotes nobody."""
    text = speaking(extract(said_by="Dimitri Minic", voice=voice))
    assert text.count("Minic") == 1
    assert "rapporté" not in text


def test_an_unsigned_document_speaks_for_itself() -> None:
    unsigned = source("note", title="Note sur l'appel", authors=())
    said = extract("note#x", said_by="document non signé", voice=Voice.OWN)
    text = speaking(said, sources=[unsigned])
    assert text.startswith("« Note sur l'appel »")
    assert "non signé" not in text


@pytest.mark.parametrize("voice", list(Voice))
@pytest.mark.parametrize("medium", MEDIA)
def test_an_anonymous_speaker_is_shown_as_such(voice: Voice, medium: Medium) -> None:
    text = speaking(extract(said_by="anonyme, un diplomate allemand", voice=voice), medium=medium)
    assert text.startswith("Un diplomate allemand")
    assert "anonyme" in text.partition("D. Minic")[0]


def test_an_anonymous_speaker_without_description_is_anonymous_all_the_same() -> None:
    text = speaking(extract(said_by="anonyme", voice=Voice.REPORTED))
    assert text.startswith("Anonyme, propos rapportés par D. Minic")


def test_a_speaker_begins_the_note_with_a_capital() -> None:
    assert speaking(extract(said_by="le Kremlin", voice=Voice.REPORTED)).startswith("Le Kremlin")


@pytest.mark.parametrize("medium", MEDIA)
def test_what_rests_on_anonymous_words_alone_says_so_with_its_support(medium: Medium) -> None:
    said = extract("minic#x", said_by="anonyme, un diplomate", supports=("kp",))
    page = page_of(dossier(said, key_points=[key_point("kp", "Un accord approche.")]), medium)
    point = page.by_id("point-kp")
    for foot in point.all(class_="footnote"):
        foot.children.clear()
    assert "anonyme" in point.text


def test_who_relays_is_named() -> None:
    said = extract(said_by=RUSSIAN, voice=Voice.DIRECT, via=("Pravda", "Interfax"))
    assert "Pravda et Interfax" in speaking(said)


# ---- Whose words ---------------------------------------------------------------------------


def test_a_quotation_stands_between_guillemets() -> None:
    assert "« dont les objectifs restent maximalistes »" in note(extract())


def test_quotes_in_a_quotation_are_nested() -> None:
    text = note(extract(quotation='un « geste » puis "un autre"'))
    assert "« un “geste” puis “un autre” »" in text


def test_the_wording_of_a_quotation_is_untouched() -> None:
    """A misprint of the document stays; only its type is set."""
    text = note(extract(quotation="un démarcation de fait […] ; 15 à 20 ans"))
    assert "un démarcation de fait […] ; 15 à 20 ans" in text


@pytest.mark.parametrize("medium", MEDIA)
def test_a_translated_quotation_says_so(medium: Medium) -> None:
    said = replace(extract(), translated=True, language="en")
    assert "(traduit par le document)" in note(said, medium=medium)
    assert "traduction" not in note(extract(), medium=medium)


@pytest.mark.parametrize("medium", MEDIA)
def test_foreign_words_have_their_own_type_and_carry_their_language(medium: Medium) -> None:
    quotation = 'the "end game": Kyiv; don\'t! "common sense"'
    said = replace(extract(quotation=quotation), language="en")
    page = page_of(dossier(said), medium)
    foreign = [node for node in page.walk() if node.get("lang") == "en"]
    seen = "the “end game”: Kyiv; don’t! “common sense”"
    assert "".join(node.text for node in foreign) == seen


def test_a_translation_is_french() -> None:
    said = replace(extract(quotation="LE BON SENS !"), language="en", translated=True)
    page = page_of(dossier(said))
    assert [node for node in page.walk() if node.get("lang") == "en"] == []
    assert "LE BON SENS\u202f!" in page.text


JUDGED: dict[Likelihood, str] = {
    Likelihood.EVEN: "chances jugées égales",
    **{value: f"jugé {value.value}" for value in Likelihood if value is not Likelihood.EVEN},
}


@pytest.mark.parametrize(("likelihood", "told"), JUDGED.items())
def test_a_likelihood_is_told(likelihood: Likelihood, told: str) -> None:
    assert f" » ({told})." in note(replace(extract(), likelihood=likelihood))


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize(
    ("quotation", "translated", "seen"),
    [
        ("Il refuse.", False, "« Il refuse. »"),
        ("Il refuse", False, "« Il refuse »."),
        ("Il refuse.", True, "« Il refuse » (traduit par le document)."),
        ("« Il refuse. »", True, "« “Il refuse” » (traduit par le document)."),
        ("Il refuse ?", True, "« Il refuse ? » (traduit par le document)."),
    ],
)
def test_a_note_has_one_stop(medium: Medium, quotation: str, translated: bool, seen: str) -> None:
    """That of a whole sentence stays within the marks, unless words of ours follow."""
    said = replace(extract(quotation=quotation), translated=translated)
    assert note(said, medium=medium).removesuffix(" ↑").endswith(seen)


def test_the_last_word_of_what_is_said_of_a_quotation_never_stands_alone() -> None:
    said = replace(extract(), translated=True, likelihood=Likelihood.LIKELY)
    foot = notes_of(page_of(dossier(said)), Medium.SCREEN)[0].text
    assert "(traduit par le\u00a0document\u202f; jugé\u00a0probable)" in foot


def test_one_bracket_holds_what_would_be_two_in_a_row() -> None:
    said = replace(extract(), quotation="", translated=True, via=("Reuters",))
    foot = notes_of(page_of(dossier(said)), Medium.SCREEN)[0].text
    assert "(via Reuters\u202f; traduit par le\u00a0document)" in foot


@pytest.mark.parametrize(("key", "shown"), [("page", "p.\u00a012"), ("locator", "12")])
def test_a_note_says_where_in_the_document(key: str, shown: str) -> None:
    said = replace(extract(), page="12") if key == "page" else replace(extract(), locator="12")
    page = page_of(dossier(said))
    assert shown in notes_of(page, Medium.SCREEN)[0].text


# ---- Calls and links -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def noted() -> Briefing:
    """A briefing whose first key point and chapeau call the same note."""
    said = [extract("a#1", supports=("kp",)), event("b#2", "2025-02-12")]
    return assembled(
        dossier(*said, key_points=[key_point("kp")], introduction="On le sait [@a#1], dit-on.")
    )


def calls(page: Node) -> list[Node]:
    links = [a for a in page.all("a") if re.fullmatch(r"#note-\d+", a.get("href"))]
    return [a for a in links if a.text.strip().isdigit()]


def test_on_screen_a_call_leads_to_its_note_and_back(noted: Briefing) -> None:
    page = page_of(noted, Medium.SCREEN)
    for note_ in notes_of(page, Medium.SCREEN):
        number = note_.get("id").removeprefix("note-")
        (back,) = [a for a in note_.all("a") if not a.get("href").startswith("#source-")]
        call = page.by_id(back.get("href")[1:])
        assert (call.text, call.get("href")) == (number, f"#note-{number}")
        assert number in back.get("aria-label")


def test_every_call_has_the_number_of_its_note(noted: Briefing) -> None:
    page = page_of(noted, Medium.SCREEN)
    assert calls(page)
    assert all(call.get("href") == f"#note-{call.text}" for call in calls(page))


def test_in_print_notes_stand_where_they_are_called(noted: Briefing) -> None:
    page = page_of(noted, Medium.PRINT)
    assert len(notes_of(page, Medium.PRINT)) == len(noted.notes) == 2
    assert page.by_id("point-kp").all(class_="footnote")
    assert [node for node in page.all("h2") if node.text == "Notes"] == []


@pytest.mark.parametrize("medium", MEDIA)
def test_a_note_called_again_is_recalled_not_repeated(noted: Briefing, medium: Medium) -> None:
    page = page_of(noted, medium)
    recalls = [a for a in page.by_id("chapeau").all("a") if a.get("href") == "#note-1"]
    assert [recall.text for recall in recalls] == ["1"]
    assert page.text.count("dont les objectifs restent maximalistes") == 2  # a#1 and b#2


@pytest.mark.parametrize("medium", MEDIA)
def test_a_note_names_its_source_by_its_number(noted: Briefing, medium: Medium) -> None:
    page = page_of(noted, medium)
    for note_, made in zip(notes_of(page, medium), noted.notes, strict=True):
        wanted = [f"#source-{entry.source.number}" for entry in made.entries]
        links = [a.get("href") for a in note_.all("a")]
        assert [href for href in links if href.startswith("#source-")] == wanted


@pytest.mark.parametrize("medium", MEDIA)
def test_extracts_that_share_a_note_are_parted_by_semicolons(medium: Medium) -> None:
    said = [extract("a#1"), extract("b#2")]
    what = dossier(*said, introduction="On le sait [@a#1; @b#2].")
    page = page_of(assembled(what, "chapeau", "sources"), medium)
    (only,) = notes_of(page, medium)
    assert readable(only.text).count(" ; ") == 1
    assert only.text.count("maximalistes") == 2


def text_of(node: Node, medium: Medium) -> str:
    """Return the running text: in print, a number stands for each note."""
    if medium is Medium.PRINT:
        for foot in node.all(class_="footnote"):
            foot.children = ["1"]
    return readable(node.text)


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize(
    ("statement", "called"),
    [
        ("Moscou refuse.", "Moscou refuse1."),
        ("Moscou *refuse*.", "Moscou refuse1."),
        ("Moscou refuse…", "Moscou refuse1…"),
        ("Moscou refuse", "Moscou refuse1"),
    ],
)
def test_the_call_stands_before_the_full_stop(medium: Medium, statement: str, called: str) -> None:
    what = dossier(event("a#1", "2025-02-12", statement=statement))
    assert called in text_of(page_of(what, medium).by_id("chronologie"), medium)


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize(
    ("chapeau", "called"),
    [
        ("Ceci [@a#1] ; cela.", "Ceci1 ; cela."),
        ("Ceci [@a#1], cela.", "Ceci1, cela."),
        ("Ceci[@a#1].", "Ceci1."),
        ("Ceci [@a#1] !", "Ceci1 !"),
        ("(ceci [@a#1]).", "(ceci1)."),
        ("Ceci [@a#1] et cela.", "Ceci1 et cela."),
        ("[@a#1].", "1."),
    ],
)
def test_in_the_chapeau_too(medium: Medium, chapeau: str, called: str) -> None:
    what = assembled(dossier(extract("a#1"), introduction=chapeau), "chapeau", "sources")
    assert text_of(page_of(what, medium).by_id("chapeau"), medium) == called


@pytest.mark.parametrize("sign", [";", ":", "!", "?", "»"])
def test_no_line_can_begin_with_the_sign_after_a_call(sign: str) -> None:
    opening = "« " if sign == "»" else ""
    what = dossier(extract("a#1"), introduction=f"{opening}Ceci [@a#1] {sign} cela.")
    chapeau = page_of(assembled(what, "chapeau", "sources")).by_id("chapeau").text
    space = chapeau[chapeau.index(sign) - 1]
    assert space in "\u00a0\u202f"
