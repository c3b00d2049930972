"""References in the house style; `*…*` stands for italics, `⍽` and `␣` for no-break spaces."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model.dates import Date, Moment
from briefing.model.source import Source
from briefing.model.text import plain
from briefing.model.vocabulary import Dating, SourceType
from briefing.typesetting.names import in_full, with_initials
from briefing.typesetting.references import reference, short_reference

VISIBLE = str.maketrans({"\u00a0": "⍽", "\u202f": "␣"})
DAY = Date("2025-02-13", Moment(2025, 2, 13))
ABOUT = Date("2025-02-13~", Moment(2025, 2, 13), approximate=True)
ACCESS = Date("2025-03-01", Moment(2025, 3, 1))

MINIC = Source(
    "minic-2025",
    "Trump-Poutine : logiques et perspectives d'une négociation sur l'Ukraine",
    type=SourceType.REPORT,
    authors=("Dimitri Minic",),
    publisher="Ifri",
    collection="Briefings de l'Ifri",
    date=DAY,
)
ARTICLE = Source("a", "Un titre", authors=("Anne Autre",), publisher="Le Monde", date=DAY)

CASES = {
    "the exemplar": (
        MINIC,
        (
            "Dimitri Minic, «␣Trump-Poutine⍽: logiques et perspectives d’une négociation sur "
            "l’Ukraine␣», *Briefings de l’Ifri*, Ifri, 13⍽février⍽2025."
        ),
    ),
    "two authors": (
        replace(ARTICLE, authors=("Anne Autre", "Paul Un")),
        "Anne Autre et Paul Un, «␣Un titre␣», Le Monde, 13⍽février⍽2025.",
    ),
    "three authors": (
        replace(ARTICLE, authors=("Anne Autre", "Paul Un", "Léa Deux")),
        "Anne Autre, Paul Un et Léa Deux, «␣Un titre␣», Le Monde, 13⍽février⍽2025.",
    ),
    "four authors": (
        replace(ARTICLE, authors=("Anne Autre", "Paul Un", "Léa Deux", "Luc Trois")),
        "Anne Autre et⍽al., «␣Un titre␣», Le Monde, 13⍽février⍽2025.",
    ),
    "unsigned": (
        replace(ARTICLE, authors=()),
        "«␣Un titre␣», document non signé, Le Monde, 13⍽février⍽2025.",
    ),
    "a supplied title": (
        replace(ARTICLE, authors=(), title="Appel de février", title_supplied=True),
        "[Appel de février], document non signé, Le Monde, 13⍽février⍽2025.",
    ),
    "an inferred date": (
        replace(ARTICLE, date=ABOUT, dating=Dating.INFERRED),
        "Anne Autre, «␣Un titre␣», Le Monde, s.⍽d. [vers le⍽13⍽février⍽2025].",
    ),
    "an inferred date, exact": (
        replace(ARTICLE, dating=Dating.INFERRED),
        "Anne Autre, «␣Un titre␣», Le Monde, s.⍽d. [13⍽février⍽2025].",
    ),
    "no date": (replace(ARTICLE, date=None), "Anne Autre, «␣Un titre␣», Le Monde, s.⍽d."),
    "nothing known": (
        Source("x", "Un titre"),
        "«␣Un titre␣», document non signé, s.⍽l., s.⍽d.",
    ),
    "a collection without publisher": (
        replace(ARTICLE, publisher="", collection="Notes"),
        "Anne Autre, «␣Un titre␣», *Notes*, 13⍽février⍽2025.",
    ),
    "a book": (
        replace(ARTICLE, type=SourceType.BOOK, publisher="Seuil", isbn="979-10-373-0000-0"),
        "Anne Autre, *Un titre*, Seuil, 13⍽février⍽2025, ISBN⍽979-10-373-0000-0.",
    ),
    "a chapter": (
        replace(ARTICLE, type=SourceType.CHAPTER, collection="Un livre", publisher="Seuil"),
        "Anne Autre, «␣Un titre␣», dans *Un livre*, Seuil, 13⍽février⍽2025.",
    ),
    "a quotation in the title": (
        replace(ARTICLE, title="Poutine sollicite Trump pour « régler » la guerre ?"),
        (
            "Anne Autre, «␣Poutine sollicite Trump pour “régler” la guerre␣?␣», Le Monde, "
            "13⍽février⍽2025."
        ),
    ),
    "an address": (
        replace(ARTICLE, url="https://x.com/a?b;c"),
        (
            "Anne Autre, «␣Un titre␣», Le Monde, 13⍽février⍽2025, disponible sur⍽: "
            "https://x.com/a?b;c."
        ),
    ),
    "an address and its access": (
        replace(ARTICLE, url="https://x.com/", accessed=ACCESS),
        (
            "Anne Autre, «␣Un titre␣», Le Monde, 13⍽février⍽2025, disponible sur⍽: "
            "https://x.com/ (consulté le 1er⍽mars⍽2025)."
        ),
    ),
    "a foreign title": (
        replace(ARTICLE, title='The "deal": what now?', language="en"),
        "Anne Autre, «␣The “deal”: what now?␣», Le Monde, 13⍽février⍽2025.",
    ),
    "a number in the publisher": (
        replace(ARTICLE, publisher="Le Monde, n° 5"),
        "Anne Autre, «␣Un titre␣», Le Monde, n°⍽5, 13⍽février⍽2025.",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_reference(case: str) -> None:
    source, seen = CASES[case]
    spans = reference(source)
    done = "".join(f"*{span.text}*" if span.emphasis else span.text for span in spans)
    assert done.translate(VISIBLE) == seen


def test_an_address_is_a_link() -> None:
    spans = reference(replace(ARTICLE, url="https://x.com/"))
    assert [span.text for span in spans if span.link] == ["https://x.com/"]


def test_a_foreign_title_has_its_language() -> None:
    spans = reference(replace(ARTICLE, title="The deal", language="en"))
    assert [(span.text, span.language) for span in spans if span.language] == [("The deal", "en")]


def test_spans_set_alike_are_one() -> None:
    assert len(reference(MINIC)) == 3
    assert plain(reference(MINIC)).endswith("2025.")


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        (MINIC, "D.⍽Minic"),
        (replace(MINIC, label="Ifri, févr. 2025"), "Ifri, févr.⍽2025"),
        (replace(MINIC, authors=("Dimitri Minic", "Anne Autre")), "D.⍽Minic et A.⍽Autre"),
        (replace(MINIC, authors=("Dimitri Minic", "A", "B")), "D.⍽Minic et⍽al."),
        (replace(MINIC, authors=()), "«␣Trump-Poutine␣»"),
        (
            replace(
                MINIC, authors=(), title="Un titre bien trop long pour une note de bas de page"
            ),
            "«␣Un titre bien trop long pour une note de…␣»",
        ),
        (
            replace(MINIC, authors=("Rail et Nuit", "Anne Un"), bodies=("Rail et Nuit",)),
            "Rail et Nuit et A.⍽Un",
        ),
        (replace(MINIC, authors=("Rail Nuit",), bodies=("Rail Nuit",)), "Rail Nuit"),
        (replace(MINIC, authors=("García Márquez, Gabriel",)), "G.⍽García Márquez"),
        (replace(MINIC, authors=(), editors=("Anne Un",)), "A.⍽Un (dir.)"),
        (
            replace(MINIC, authors=(), editors=("Anne Un",), type=SourceType.CHAPTER),
            "«␣Trump-Poutine␣»",
        ),
        (
            replace(MINIC, authors=(), editors=("Anne Un",), type=SourceType.THESIS),
            "«␣Trump-Poutine␣»",
        ),
        (replace(MINIC, authors=(), account="@ifri"), "@ifri"),
        (replace(MINIC, authors=(), title="Relire *La Bête*"), "«␣Relire La Bête␣»"),
        (replace(ARTICLE, authors=(), title_supplied=True), "[Un titre]"),
        (replace(ARTICLE, authors=(), title='Why "now"?', language="en"), "«␣Why “now”?␣»"),
    ],
)
def test_short_reference(source: Source, seen: str) -> None:
    assert short_reference(source).translate(VISIBLE) == seen


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("García Márquez, Gabriel", "Gabriel García Márquez"),
        ("Gabriel García Márquez", "Gabriel García Márquez"),
        ("Ministère de la Mer, des Ports", "Ministère de la Mer, des Ports"),
        ("Un, Deux, Trois", "Un, Deux, Trois"),
        ("Un,", "Un,"),
    ],
)
def test_a_name_in_full(name: str, seen: str) -> None:
    assert in_full(name) == seen


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("Jean-Pierre Chevènement", "J.-P.⍽Chevènement"),
        ("Charles de Gaulle", "C.⍽de Gaulle"),
        ("Ursula von der Leyen", "U.⍽von der Leyen"),
        ("J. D. Vance", "J.⍽D.⍽Vance"),
        ("Dimitri MINIC", "D.⍽MINIC"),
        ("Minic, Dimitri", "D.⍽Minic"),
        ("Ifri", "Ifri"),
        ("Le Monde", "Le Monde"),
        ("Ministère des Affaires étrangères", "Ministère des Affaires étrangères"),
        ("Human Rights Watch", "Human Rights Watch"),
        ("Agence France-Presse", "Agence France-Presse"),
    ],
)
def test_initials(name: str, seen: str) -> None:
    assert with_initials(name).translate(VISIBLE) == seen
