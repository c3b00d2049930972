"""What is looked for: all that is withheld, and nothing that the audience sees."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from briefing.auditing import Leaf, Needles, Owner, Places, find_needles
from briefing.model.audience import Anonymous, Audience
from briefing.model.dossier import Dossier
from briefing.model.naming import Acronym, Person
from briefing.model.text import Paragraph, Span
from briefing.model.vocabulary import Tlp
from tests.auditing.auditing import HIDDEN, PUBLIC, found, needles, secretive
from tests.builders import dossier, extract, key_point, rich, side, source

CLEARED = replace(PUBLIC, clearance=Tlp.RED)


def texts(what: Needles) -> set[str]:
    return {needle.text for needle, _shape in what.sought}


def fields(what: Needles) -> set[tuple[str, str]]:
    return {(needle.kind, needle.field) for needle, _shape in what.sought}


def test_nothing_is_looked_for_where_nothing_is_withheld() -> None:
    assert needles(secretive(), CLEARED).count == 0


def test_everything_that_a_red_source_brings_is_looked_for() -> None:
    assert {
        ("source", "id"),
        ("source", "title"),
        ("source", "authors"),
        ("source", "document"),
        ("extract", "id"),
        ("extract", "statement"),
        ("extract", "quotation"),
        ("extract", "name"),
    } <= fields(needles(secretive()))


def test_a_visible_speaker_and_their_function_are_said_together() -> None:
    said_by = "Michael McFaul, ancien ambassadeur des États-Unis"
    hidden = extract("minic#y", statement=f"{said_by}, y croit.", said_by=said_by)
    whole = dossier(extract("minic#x", said_by=said_by), replace(hidden, tlp=Tlp.RED))
    assert found(needles(whole), said_by) == set()
    assert "statement" in found(needles(whole), f"{said_by}, y croit.")


def test_a_needle_tells_its_place() -> None:
    held = [n for n, _shape in needles(secretive()).sought if n.field == "quotation"]
    assert {(n.id, n.path, n.line) for n in held} == {
        ("quesnoy-2025#note-cachee", "quesnoy-2025.md", 12)
    }


def test_an_item_of_the_dossier_is_told_in_its_file() -> None:
    point = replace(key_point("kp", "Le préfet savait tout depuis mars."), tlp=Tlp.RED, line=7)
    whole = dossier(extract(), key_points=[point])
    what = find_needles(
        whole,
        replace(whole, key_points=()),
        PUBLIC,
        places=Places("d/dossier.toml", "d/chapeau.md"),
    )
    assert {(n.kind, n.path, n.line) for n, _ in what.sought} == {
        ("key point", "d/dossier.toml", 7)
    }


@pytest.mark.parametrize(
    "text",
    [
        HIDDEN,
        HIDDEN.upper(),
        "LE PREFET AURAIT CACHE LA NOTE DU MINISTERE A LA PRESIDENTE",
        HIDDEN.replace(" ", "\u202f"),
        HIDDEN.replace(" ", "\n"),
        HIDDEN.replace("caché", "ca\u00adché"),
        HIDDEN.replace("ministère", "minis-\ntère"),
        HIDDEN.replace("ministère", "minis\u00ad\ntère"),
        HIDDEN.replace("préfet", "pré\ufb01et".replace("\ufb01", "f")),
        " ".join(HIDDEN),
        HIDDEN.replace(" ", ""),
        HIDDEN.replace("note", "**note**"),
        "".join(chr(0xFEE0 + ord(c)) if "!" <= c <= "~" else c for c in HIDDEN),
        "le préfet aurait caché la note¹ du ministère",
    ],
)
def test_a_quotation_is_known_in_any_dress(text: str) -> None:
    assert "quotation" in found(needles(secretive()), f"Il dit : « {text} ».")


@pytest.mark.parametrize(
    "text",
    [
        "Étienne Quesnoy",
        "É. Quesnoy",
        "QUESNOY",
        "quesnoy-2025",
        "position-quesnoy-2025:note-cachee",
        "Q u e s n o y",
        "Ques-\nnoy",
        "note-cachee",
        "carnets-d-etienne-quesnoy.pdf",
    ],
)
def test_names_and_ids_are_known(text: str) -> None:
    assert found(needles(secretive()), f"voir {text}, etc.")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Le préfet a caché sa note.",
        "dont les objectifs restent maximalistes",
        "D. Minic, Logiques d'une négociation",
        "la note du ministère",
        "quelques noyés, note de service",
    ],
)
def test_other_words_are_no_leak(text: str) -> None:
    assert found(needles(secretive()), text) == set()


def test_what_a_visible_text_says_too_is_no_leak() -> None:
    seen = "selon Étienne Quesnoy, le préfet aurait caché la note du ministère à la présidente"
    what = needles(secretive(visible=seen))
    assert found(what, seen) == set()
    assert "title" in found(what, "Carnets d'Étienne Quesnoy")


def test_what_any_edition_says_is_no_leak() -> None:
    what = needles(secretive(title="Sources ouvertes"), ours=["<h2>Sources ouvertes</h2>"])
    assert "title" not in found(what, "Sources ouvertes")


def test_the_words_beside_a_visible_quotation_excuse_names_but_no_quotation() -> None:
    what = needles(secretive(), beside=[f"Étienne Quesnoy écrit que {HIDDEN}"])
    assert found(what, f"Étienne Quesnoy écrit que {HIDDEN}") == {"quotation"}


def test_a_name_in_full_is_its_short_form() -> None:
    seen = "Vladimir Poutine annonce que les négociations reprendront au printemps"
    whole = replace(
        secretive("V. Poutine annonce que les négociations reprendront", visible=seen),
        people=(Person("Vladimir Poutine", "V. Poutine"),),
    )
    assert "quotation" not in found(needles(whole), seen.replace("Vladimir", "V."))


def test_the_short_name_of_a_visible_author_is_no_leak() -> None:
    red = replace(source("carnets", title="Carnets", authors=("Dimitri Minic",)), tlp=Tlp.RED)
    whole = dossier(
        extract(), extract("carnets#a", said_by="Dimitri Minic"), sources=(source(), red)
    )
    assert found(needles(whole), "D. Minic, Minic Dimitri") == set()


def test_an_acronym_is_its_meaning() -> None:
    whole = replace(
        secretive(
            "la demande faite à l'OTAN de livrer",
            visible="la demande faite à l'OTAN de livrer des chars",
        ),
        acronyms=(Acronym("OTAN", "Organisation du traité de l'Atlantique nord"),),
    )
    printed = (
        "la demande faite à l'Organisation du traité de l'Atlantique nord (OTAN) de livrer des"
    )
    assert found(needles(whole), printed) == set()


def test_two_visible_texts_side_by_side_are_no_leak() -> None:
    whole = secretive(
        "les alliés livreront des chars. Kiev attend toujours la réponse de Berlin",
        visible="les alliés livreront des chars",
    )
    assert found(needles(whole), "les alliés livreront des chars. Kiev attend encore") == set()


def test_a_date_that_print_sets_before_a_text_is_no_leak() -> None:
    whole = secretive(
        "le 12 février 2025 les ministres allemands signent",
        visible="les ministres allemands signent",
    )
    assert found(needles(whole), "12 février 2025 Les ministres allemands signent") == set()


def test_marks_are_read_again_whatever_clearing_made_of_them() -> None:
    whole = secretive()
    what = find_needles(whole, whole, PUBLIC)
    assert "quotation" in found(what, HIDDEN)
    assert "title" in found(what, "Carnets d'Étienne Quesnoy")


@pytest.mark.parametrize("anonymous", [Anonymous.SUMMARISED, Anonymous.WITHHELD])
def test_the_anonymous_are_hidden_whatever_clearing_made_of_them(anonymous: Anonymous) -> None:
    told = extract(said_by="anonyme, un haut fonctionnaire du port", quotation=HIDDEN)
    whole = dossier(extract("minic#autre"), told)
    to = replace(PUBLIC, anonymous=anonymous)
    what = find_needles(whole, whole, to)
    assert found(what, f"{HIDDEN}, selon un haut fonctionnaire du port") == {"quotation", "name"}


def test_a_sentence_that_left_its_paragraph_is_looked_for() -> None:
    gone = "Le préfet savait tout, et il se tait encore."
    kept = "Rien ne change depuis le mois de mars."
    whole = replace(secretive(), introduction=(Paragraph((Span(f"{kept} {gone}"),)),))
    what = find_needles(whole, replace(whole, introduction=(Paragraph((Span(kept),)),)), CLEARED)
    assert found(what, gone) == {"introduction"}
    assert found(what, kept) == set()


def test_parts_of_a_quotation_are_looked_for() -> None:
    parts = ("le préfet cache sa note au ministre", "la présidente apprend tout le soir même")
    what = needles(secretive(" […] ".join(parts)))
    assert all(found(what, part) == {"quotation"} for part in parts)


def test_notes_that_nobody_sees_are_withheld_with_their_item_alone() -> None:
    noted = replace(extract(), note="à vérifier auprès du greffier Rouvière")
    secret = secretive()
    hidden = replace(secret.extracts[1], comment="tiré d'une conversation avec Rouvière père")
    what = needles(replace(secret, extracts=(noted, hidden)))
    assert "comment" in found(what, "tiré d'une conversation avec Rouvière père")
    assert found(what, noted.note) == set()


def test_sides_and_other_items_are_looked_for() -> None:
    hidden = replace(side("À la préfecture", "On y tait la note depuis mars."), tlp=Tlp.RED)
    whole = dossier(extract(), questions=[])
    what = find_needles(_with_side(whole, hidden), whole, PUBLIC)
    assert found(what, "À la préfecture : on y tait la note depuis mars.") == {"label", "text"}


def _with_side(whole: Dossier, *sides: object) -> Dossier:
    from tests.builders import question

    return replace(whole, questions=(question("q", *sides),))  # type: ignore[arg-type]


def test_the_foreword_of_another_audience_is_withheld() -> None:
    other = replace(
        PUBLIC, id="ministres", foreword=(Paragraph(rich("Réservé au cabinet Aubrac.")),)
    )
    mine = replace(PUBLIC, foreword=(Paragraph(rich("Bienvenue à tous nos lecteurs.")),))
    audiences: dict[str, Audience] = {"ministres": other, PUBLIC.id: mine}
    whole = replace(dossier(extract()), audiences=MappingProxyType(audiences))
    what = needles(whole, mine)
    assert found(what, "Réservé au cabinet Aubrac. Bienvenue à tous nos lecteurs.") == {"foreword"}


def test_what_stands_anywhere_is_told_and_not_looked_for() -> None:
    red = replace(source("bbc", title="12"), tlp=Tlp.RED)
    whole = dossier(extract(), extract("bbc#a", via=("BBC",)), sources=(source(), red))
    what = needles(whole)
    assert {"BBC", "12"} <= {needle.text for needle in what.indistinct}
    assert "12" not in texts(what)


def test_more_may_be_withheld_than_a_dossier_holds() -> None:
    digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    whole = secretive()
    leaf = Leaf(Owner("source", "quesnoy-2025"), "sha256", digest)
    what = find_needles(whole, whole, CLEARED, more=[leaf])
    assert found(what, f"sha256:{digest}") == {"sha256"}
