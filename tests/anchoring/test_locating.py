"""Places, contexts, parts and explanations, one by one."""

from __future__ import annotations

import unicodedata

import pytest

from briefing.anchoring import (
    Anchor,
    Change,
    Difference,
    Locator,
    Place,
    Query,
    Trouble,
    Verdict,
    locate,
    normalise,
    surroundings,
)

PAGES = "\f".join(
    f"Briefings de l'Ifri\nLa page {number} commence ici et le texte\ncourt jusqu'à la suivante, où\n"
    f"Trump-Poutine – {number}\n"
    for number in range(1, 7)
)


def test_surroundings_are_the_code_points_on_either_side() -> None:
    text = "a" * 40 + "la paix" + "b" * 40
    assert surroundings(text, locate(text, "la paix")) == ("", "")
    text = text.replace("la paix", " la paix ")
    assert surroundings(text, locate(text, "la paix")) == ("a" * 31 + " ", " " + "b" * 31)
    assert surroundings(text, Place(2, 4), 3) == ("aa", "aaa")


def test_what_a_lock_keeps_finds_the_place_again() -> None:
    """Even where the document has changed before it."""
    text = "Il dit oui. Elle répond : « rien sans nous ». Il dit non. Elle part."
    kept = surroundings(text, Place(46, 52))
    assert text[46:52] == "Il dit"
    anchor = locate("Préface nouvelle. " + text, "Il dit", prefix=kept[0], suffix=kept[1])
    assert (anchor.verdict, anchor.start) == (Verdict.VERBATIM, 64)


def test_too_little_context_chooses_nothing() -> None:
    text = "Oui à la paix. Non à la paix. Jamais de paix."
    assert locate(text, "la paix", prefix="à ").verdict is Verdict.AMBIGUOUS


def test_a_hint_between_two_places_as_far_chooses_nothing() -> None:
    assert locate("oui, oui", "oui", hint=0).start == 0
    assert locate("oui oui oui", "oui", hint=2).verdict is Verdict.AMBIGUOUS


def test_offsets_count_code_points_of_decomposed_text() -> None:
    text = unicodedata.normalize("NFD", "Après été, l'élève était désespéré. Voilà.")
    anchor = locate(text, "l'élève était désespéré")
    assert (
        unicodedata.normalize("NFC", text[anchor.start : anchor.end]) == "l'élève était désespéré"
    )


def test_running_titles_and_page_numbers_interrupt_nothing() -> None:
    anchor = locate(PAGES, "jusqu'à la suivante, où La page 4 commence")
    assert anchor.verdict is Verdict.VERBATIM
    assert "Trump-Poutine – 3" in PAGES[anchor.start : anchor.end]


def test_a_running_title_is_still_found() -> None:
    assert len(locate(PAGES, "Briefings de l'Ifri").candidates) == 6


def test_parts_have_their_places() -> None:
    text = "la Russie, forte, continuera cette guerre"
    anchor = locate(text, "la Russie […] continuera […] guerre")
    assert anchor.parts == (Place(0, 9), Place(18, 28), Place(35, 41))
    assert anchor.place == Place(0, 41)


def test_a_beginning_that_repeats_is_read_with_the_nearest_end() -> None:
    text = "La paix. La paix viendra ; la guerre finira."
    anchor = locate(text, "La paix […] la guerre finira")
    assert (anchor.verdict, anchor.start, anchor.candidates) == (Verdict.VERBATIM, 9, ())


@pytest.mark.parametrize(
    ("quotation", "trouble", "start", "end"),
    [
        ("la guerre […] la paix", Trouble.ORDER, 0, 4021),
        ("la paix […] la guerre", Trouble.DISTANCE, 0, 4021),
        ("la paix […] la trêve", Trouble.WORDING, None, None),
    ],
)
def test_parts_that_are_no_quotation_together(
    quotation: str, trouble: Trouble, start: int | None, end: int | None
) -> None:
    text = f"la paix {'et le temps ' * 333}      . la guerre"
    anchor = locate(text, quotation)
    if start is None:
        assert anchor.verdict is not Verdict.VERBATIM
    else:
        assert (anchor.verdict, anchor.trouble) == (Verdict.NEAR, trouble)
        assert (anchor.start, anchor.end) == (start, len(text))
        assert len(anchor.parts) == 2


@pytest.mark.parametrize(
    ("quotation", "difference"),
    [
        ("un accord juste et solide", Difference(Change.REPLACED, "solide", "durable")),
        ("un accord très juste et durable", Difference(Change.ADDED, "très", "")),
        ("un accord et durable", Difference(Change.DROPPED, "", "juste")),
        ("cet accord juste et durable", Difference(Change.REPLACED, "cet", "un")),
        ("un accord juste et durab", Difference(Change.REPLACED, "durab", "durable")),
    ],
)
def test_a_near_passage_is_shown_with_what_differs(quotation: str, difference: Difference) -> None:
    text = "Ils veulent, disent-ils, *un accord* juste et\ndurable, avec des garanties."
    anchor = locate(text, quotation)
    assert (anchor.verdict, anchor.differences) == (Verdict.NEAR, (difference,))


def test_hyphens_are_shown_where_they_differ() -> None:
    anchor = locate("pendant le week-end dernier à Minsk", "pendant le weekend dernier à Minsk")
    assert anchor.differences == (Difference(Change.REPLACED, "weekend", "week-end"),)


def test_nothing_near_is_absent() -> None:
    anchor = locate("Les négociations échoueront demain.", "le chat dort sur un paillasson")
    assert anchor == Anchor(Verdict.ABSENT)
    assert anchor.place is None
    assert surroundings("texte", anchor) == ("", "")


def test_a_locator_answers_in_order() -> None:
    locator = Locator("Oui à la paix. Non à la paix.")
    anchors = locator.locate_all(["Non", Query("la paix", hint=22), "peut-être"])
    assert [anchor.start for anchor in anchors] == [15, 21, None]


def test_the_form_keeps_what_is_wording() -> None:
    form = normalise("« Œuvre » : l’*État* – 1, 5 ou 1,5 %…")
    assert form.text == '"Œuvre":l\'État–1, 5 ou 1,5%…'
    assert form.original[form.place(1, 6).start : form.place(1, 6).end] == "Œuvre"
    assert form.place(0, 0) == Place(0, 0)
