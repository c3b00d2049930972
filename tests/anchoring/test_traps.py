"""What real documents held, and every quotation that the sample takes from them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.anchoring import Anchor, Locator, Trouble, Verdict, locate, normalise
from briefing.reading.fiche import read_fiche

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = ROOT.parent / "shared" / "seeds"
FICHES = sorted(path for path in (ROOT / "seeds").glob("*.md") if path.stem != "chapeau")


@pytest.fixture(scope="module")
def documents() -> dict[str, str]:
    """The five documents, by number."""
    if not DOCUMENTS.is_dir():
        pytest.skip("the documents aren't ours to pass on, and aren't here")
    return {path.name[:3]: path.read_text("utf-8") for path in DOCUMENTS.glob("*.txt")}


def passage(text: str, anchor: Anchor) -> str:
    return text[anchor.start : anchor.end]


# ---- The five traps ------------------------------------------------------------------------


def test_a_footnote_block_interrupts_a_quotation(documents: dict[str, str]) -> None:
    text = documents["000"]
    quotation = "la déclaration de D. Trump sur l'Ukraine, qui pourrait bien « devenir russe »"
    anchor = locate(text, quotation)
    assert anchor.verdict is Verdict.VERBATIM
    found = passage(text, anchor)
    assert found.startswith("la déclaration")
    assert found.endswith("\n\nrusse »")
    assert "1. Tweet de Dimitri Minic" in found


def test_the_same_with_the_line_ends_of_windows(documents: dict[str, str]) -> None:
    text = documents["000"].replace("\n", "\r\n")
    anchor = locate(text, "qui pourrait bien « devenir russe »")
    assert anchor.verdict is Verdict.VERBATIM
    assert passage(text, anchor).endswith("\r\n\r\nrusse »")


def test_the_footnote_is_found_for_itself(documents: dict[str, str]) -> None:
    text = documents["000"]
    anchor = locate(text, "Tweet de Dimitri Minic du 22 janvier 2025")
    assert anchor.verdict is Verdict.VERBATIM
    assert passage(text, anchor) == "Tweet de Dimitri Minic du 22 janvier 2025"


@pytest.mark.parametrize(
    "quotation",
    [
        "alors qu'il n'y voit aucun intérêt et qu'il estime pouvoir tirer plus de profit",
        "dans l'année qui vient, 2) en tirer les conséquences pour la construction européenne",
    ],
)
def test_a_page_break_cuts_a_sentence(documents: dict[str, str], quotation: str) -> None:
    anchor = locate(documents["000"], quotation)
    assert anchor.verdict is Verdict.VERBATIM
    assert "\n\n" in passage(documents["000"], anchor)


def test_two_spellings_in_two_places_are_two_quotations(documents: dict[str, str]) -> None:
    text = documents["000"]
    first = locate(text, "le Dialogue médien a déjà commencé")
    second = locate(text, "le Dialogue mélien a déjà commencé")
    assert first.verdict is second.verdict is Verdict.VERBATIM
    assert first.start is not None
    assert second.start is not None
    assert first.start < text.index("Comme prévu<sup>") < second.start
    mixed = locate(text, "les scénarios du Dialogue médien", hint=second.start)
    assert mixed.verdict is not Verdict.VERBATIM


def test_a_slip_of_the_document_is_quoted_as_it_is(documents: dict[str, str]) -> None:
    text = documents["003"]
    assert locate(text, "n'impose à Kyiv un démarcation de fait").verdict is Verdict.VERBATIM
    mended = locate(text, "n'impose à Kyiv une démarcation de fait")
    assert (mended.verdict, mended.trouble) == (Verdict.NEAR, Trouble.WORDING)
    (difference,) = mended.differences
    assert (difference.quoted, difference.document) == ("une", "un")


def test_advertisements_are_text_like_any_other(documents: dict[str, str]) -> None:
    """What is content is for the analyst to say; a place in them is found, and is far away."""
    text = documents["001"]
    anchor = locate(text, "de régate Le Grau-du-Roi 30240 250 € par jour")
    assert anchor.verdict is Verdict.VERBATIM
    stitched = locate(text, "une rupture diplomatique majeure […] 250 € par jour")
    assert (stitched.verdict, stitched.trouble) == (Verdict.NEAR, Trouble.DISTANCE)


def test_an_english_message_stands_in_a_french_text(documents: dict[str, str]) -> None:
    text = documents["002"]
    quotation = "« I don’t think there’s going to be any negotiations »"
    anchor = locate(text, quotation)
    assert anchor.verdict is Verdict.VERBATIM
    assert passage(text, anchor) == "\"I don't think there's going to be any negotiations\""


@pytest.mark.parametrize(
    ("quotation", "end"),
    [
        ("bientôt, je l'espère !", "!"),
        ("bientôt, je l'espère ! 1.", "1."),
        ("bientôt, je l'espère ! Depuis l'élection du mois de novembre", "novembre"),
    ],
)
def test_a_call_of_a_note_is_glued_to_the_text(
    documents: dict[str, str], quotation: str, end: str
) -> None:
    anchor = locate(documents["004"], quotation)
    assert anchor.verdict is Verdict.VERBATIM
    assert passage(documents["004"], anchor).endswith(end)


@pytest.mark.parametrize(
    ("number", "quotation"),
    [
        ("000", "l'adhésion de l'Ukraine à l'OTAN de 5 à 20 ans"),
        ("000", "Poutine est pas si pressé que les Occidentaux se sont plu à le croire"),
        ("004", "bientôt, je l'espère ! 2."),
    ],
)
def test_a_small_change_is_no_quotation(
    documents: dict[str, str], number: str, quotation: str
) -> None:
    assert locate(documents[number], quotation).verdict is Verdict.NEAR


# ---- The sample ----------------------------------------------------------------------------


@pytest.mark.parametrize("path", FICHES, ids=lambda path: path.stem)
def test_every_quotation_of_the_sample_is_verbatim(path: Path, documents: dict[str, str]) -> None:
    fiche, _ = read_fiche(path.read_text("utf-8"), source=path.stem, path=path.name)
    assert fiche is not None
    assert fiche.extracts
    text = documents[fiche.source.document[:3]]
    anchors = Locator(text).locate_all(extract.quotation for extract in fiche.extracts)
    doubtful = [
        extract.id
        for extract, anchor in zip(fiche.extracts, anchors, strict=True)
        if anchor.verdict is not Verdict.VERBATIM
    ]
    assert doubtful == []


@pytest.mark.parametrize("path", FICHES, ids=lambda path: path.stem)
def test_every_place_of_the_sample_holds_its_quotation(
    path: Path, documents: dict[str, str]
) -> None:
    fiche, _ = read_fiche(path.read_text("utf-8"), source=path.stem, path=path.name)
    assert fiche is not None
    text = documents[fiche.source.document[:3]]
    for extract in fiche.extracts:
        anchor = locate(text, extract.quotation)
        if len(anchor.parts) == 1:
            found = normalise(passage(text, anchor), flowing=True).text.partition("\n")[0]
            assert found == normalise(extract.quotation).text, extract.id
