"""What is proved is what is printed: no word hides in the markup of a quotation."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefing.anchoring import Verdict, as_printed, locate, normalise_quotation
from briefing.rendering.filters import quotation as set_quotation
from tests.builders import extract

SAID = "nous prendrons en charge la moitié du déficit, pas un euro de plus"
DOCUMENT = f"La présidente l'a dit : « {SAID} », sans public."
FOUND = (Verdict.VERBATIM, Verdict.AMBIGUOUS)

INVENTED = [
    SAID.replace("prendrons", "<b — la région ment, elle ne paiera jamais rien —>prendrons</b>"),
    SAID.replace("nous", "nous[^ne]").replace("prendrons", "prendrons[^jamais]"),
    SAID.replace("la moitié", "[la moitié](https://faux.fr/jamais)"),
    SAID.replace("la moitié", '[la moitié](https://faux.fr "jamais")'),
    SAID.replace("la moitié", "![la moitié](https://faux.fr/jamais)"),
    SAID.replace("moitié", "<sup>9</sup>moitié"),
    SAID.replace("moitié", "moitié²"),
    SAID.replace("pas un", "~~pas~~ un"),
    SAID.replace("pas", "<!-- jamais -->pas"),
    SAID.replace("la moitié", "`la moitié`"),
    SAID.replace(" du", "&nbsp;du"),
    SAID.replace("du", "d&#117;"),
    SAID.replace("pas un", "&#x202E;pas un"),
    SAID.replace("pas", "<https://faux.fr/jamais>pas"),
    SAID.replace("pas", "[@faux#jamais] pas"),
    f"nous <b – jamais> […] {SAID[5:]}",
    f"{SAID} <i jamais>",
    SAID.replace("prendrons", "<em>prendrons</em>"),
    SAID.replace("nous", r"nous \<b jamais>"),
    SAID.replace("prendrons", "pren**drons"),
]


def shown(quotation: str) -> str:
    """Return the text of a quotation in the page, without its guillemets."""
    return str(set_quotation(extract(quotation=quotation)).striptags()).strip("«» \u00a0\u202f")


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


# ---- What an analyst could hide ------------------------------------------------------------


@pytest.mark.parametrize("quotation", INVENTED)
def test_markup_of_the_analyst_is_never_verbatim(quotation: str) -> None:
    assert locate(DOCUMENT, quotation).verdict in (Verdict.NEAR, Verdict.ABSENT)


@pytest.mark.parametrize("quotation", INVENTED)
def test_its_form_is_another_than_that_of_the_words_alone(quotation: str) -> None:
    assert normalise_quotation(quotation).text != normalise_quotation(SAID).text


@pytest.mark.parametrize("quotation", INVENTED)
def test_it_is_printed_as_it_stands(quotation: str) -> None:
    stands = quotation.replace("\\<", "<")
    assert words(shown(quotation)) == words(stands)


def test_the_difference_names_what_is_printed() -> None:
    anchor = locate(DOCUMENT, INVENTED[1])
    assert anchor.verdict is Verdict.NEAR
    assert "jamais" in " ".join(difference.quoted for difference in anchor.differences)


# ---- What it may set -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "quotation",
    [
        SAID.replace("la moitié", "*la moitié*"),
        SAID.replace("la moitié", "**la moitié**"),
        SAID.replace("la moitié", "_la moitié_"),
        SAID.replace("la moitié", "__*la moitié*__"),
        SAID.replace("prendrons", "pren*drons*"),
        "nous *prendrons […] la moitié* du déficit",
        f"« {SAID.replace('pas', '**pas**')} »",
        SAID.replace(", ", r"\, "),
        SAID.replace("moitié", "moi\u00adtié"),
    ],
)
def test_emphasis_and_escapes_change_no_word(quotation: str) -> None:
    assert locate(DOCUMENT, quotation).verdict is Verdict.VERBATIM


def test_the_form_of_a_quotation_has_no_emphasis() -> None:
    emphasised = SAID.replace("la moitié", "*la moitié*")
    assert normalise_quotation(emphasised).text == normalise_quotation(SAID).text
    assert as_printed(emphasised) == SAID


@pytest.mark.parametrize(
    "document",
    [
        SAID.replace("prendrons", "prendrons[^1]"),
        SAID.replace("la moitié", "[la moitié](https://valmont.fr/offre)"),
        SAID.replace("la moitié", "<b>la moitié</b>"),
        SAID.replace("la moitié", "*la moitié*"),
        SAID.replace("pas", "~~pas~~"),
        SAID.replace(" du", "&nbsp;du"),
        SAID.replace("prendrons", "prendrons¹"),
    ],
)
def test_markup_of_the_document_hides_nothing(document: str) -> None:
    assert locate(f"Elle : {document}.", SAID).verdict is Verdict.VERBATIM


# ---- What the document shows itself --------------------------------------------------------

LITERAL = [
    "la balise <b> ne ferme rien",
    "son prix[^1] reste secret",
    "le prix* hors taxe, **net",
    "voir [la note](https://valmont.fr/note) du préfet",
    "la ~~moitié~~ totalité",
    "écrire &nbsp; entre les mots",
    "ce gain² du mois",
    "<em>le prix</em> du billet",
    "un *vrai* prix[^1] reste secret",
    "la balise <b> […] du préfet",
]


@pytest.mark.parametrize("quotation", LITERAL)
def test_signs_that_the_document_shows_too_are_found(quotation: str) -> None:
    document = f"Avant, {quotation.replace('[…]', 'de la note')} puis, après."
    anchor = locate(document, quotation)
    assert anchor.verdict is Verdict.VERBATIM
    assert anchor.start == 7
    assert document[: anchor.end].endswith(quotation[-5:])


@pytest.mark.parametrize("quotation", LITERAL)
def test_but_not_other_signs(quotation: str) -> None:
    clean = re.sub(r"[<>~^²]|&nbsp;|\]\(|\*\*(?=net)", "", quotation)
    assert locate(f"Avant, {clean} puis, après.", quotation).verdict not in FOUND


def test_words_of_a_tag_of_the_document_are_no_words_of_its_reader() -> None:
    document = 'On lit <a title="la région ment toujours">la suite</a> du texte.'
    for quotation in ("la région ment toujours", "*la région* ment **toujours**"):
        assert locate(document, quotation).verdict not in FOUND


# ---- For any quotation ---------------------------------------------------------------------

WORDS = "la paix guerre prix moitié déficit ligne hiver train nuit".split()
LIES = "jamais ment rien faux".split()
OPENINGS = (
    "<b ",
    "<b>",
    "</b>",
    "<sup>",
    "</sup>",
    "<!-- ",
    " -->",
    ">",
    "<",
    "[^",
    "[",
    "]",
    "](",
    ")",
    "![",
    "*",
    "**",
    "_",
    "__",
    "~~",
    "`",
    "\\",
    "&nbsp;",
    "&#65;",
    "&lt;",
    "&",
    "# ",
    "> ",
    "- ",
    "• ",
    "[…]",
    "(…)",
    "¹",
    "²",
    "[1]",
    "[@a#b]",
    "« ",
    " »",
    '"',
    "https://x.fr/_a_",
)
DECORATIONS = (
    "[{}](https://x.fr/rien)",
    "<b>{}</b>",
    '<i class="faux">{}</i>',
    "*{}*",
    "{}[^rien]",
    "{}<sup>1</sup>",
    "~~{}~~",
    "{}²",
)
many = settings(max_examples=600, deadline=None, suppress_health_check=list(HealthCheck))
pieces = st.lists(
    st.one_of(
        st.sampled_from([" ", " ", *WORDS]), st.sampled_from(LIES), st.sampled_from(OPENINGS)
    ),
    max_size=14,
)


@st.composite
def marked_up(draw: st.DrawFn) -> tuple[str, str, str]:
    """The words of a document, the document with its marks, and words with marks and lies."""
    spoken = draw(st.lists(st.sampled_from(WORDS), min_size=4, max_size=9))
    around = st.sampled_from(["{}", "{}", "{}", *DECORATIONS])
    document = " ".join(draw(around).format(word) for word in spoken)
    quotation = ""
    for word in spoken[draw(st.integers(0, 2)) :]:
        noise = "".join(draw(pieces)) if draw(st.integers(0, 3)) == 0 else ""
        quotation += draw(st.sampled_from(["", " "])) + noise + draw(st.sampled_from(["", " "]))
        quotation += word + draw(st.sampled_from(["", " "]))
    return " ".join(spoken), f"Avant. {document}. Après.", quotation


@many
@given(marked_up())
@example((SAID, DOCUMENT, INVENTED[0]))
@example(("la paix", "Avant. la paix. Après.", "la *pa*ix"))
@example(("la paix", "Avant. la paix. Après.", "la pa**ix"))
@example(("la paix", "Avant. la <b>paix</b>. Après.", "la <b>paix</b>"))
def test_what_is_proved_is_what_is_printed(drawn: tuple[str, str, str]) -> None:
    spoken, document, quotation = drawn
    if locate(document, quotation).verdict in FOUND:
        printed = [words(part) for part in re.split(r"[\[(]…[\])]", shown(quotation))]
        assert in_order(printed, words(spoken)) or in_order(printed, words(document))


def in_order(parts: list[list[str]], document: list[str]) -> bool:
    """Whether each part stands in a row in the words of a document, after the one before."""
    place = 0
    for part in parts:
        size = len(part)
        starts = (s for s in range(place, len(document) + 1) if document[s : s + size] == part)
        start = next(starts, None)
        if start is None:
            return False
        place = start + size
    return True


@many
@given(st.lists(st.sampled_from([*WORDS, *LIES, *OPENINGS, " "]), max_size=20).map("".join))
def test_print_shows_the_words_that_are_proved(quotation: str) -> None:
    """The page's own typography adds no word to them."""
    assert words(shown(quotation)) == words(as_printed(quotation))


@many
@given(
    st.lists(st.sampled_from([*WORDS, *OPENINGS, " "]), max_size=12).map("".join),
    st.lists(st.sampled_from([*WORDS, *LIES, *OPENINGS, " "]), max_size=12).map("".join),
)
def test_one_form_means_the_same_words_printed(one: str, other: str) -> None:
    """So one digest in the lock is one wording."""
    if normalise_quotation(one).text == normalise_quotation(other).text:
        assert "".join(words(shown(one))) == "".join(words(shown(other)))
