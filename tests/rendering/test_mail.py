"""The two bodies of an e-mail, as templates make them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from briefing.api import assemble, assemble_mail, find_audience, mail_stylesheet, render_mail
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing, Draft
from briefing.model.dossier import Author, Dossier, Legal
from briefing.model.mail import Carried, MailPages
from briefing.model.mailing import Mailing
from briefing.model.vocabulary import Tlp
from briefing.rendering.outside import outside
from briefing.rendering.plain_text import columns
from tests.builders import audience, dossier, extract, key_point, question, rich, side
from tests.rendering.pages import parse

CARRIED = Carried("Négocier.pdf", 12, 480)


def mail(what: Dossier, to: Audience | None = None, draft: Draft | None = None) -> Briefing:
    chosen = to or audience()
    return assemble_mail(what, chosen, assemble(what, chosen, draft=draft))


def pages(what: Dossier, to: Audience | None = None, carried: Carried = CARRIED) -> MailPages:
    return render_mail(mail(what, to), carried)


def full() -> Dossier:
    return replace(
        dossier(
            extract(supports=["k"]),
            key_points=[key_point("k", "Un point : « clé » !")],
            questions=[question("q", side("Moscou", "On sait ceci.", "minic#objectifs"))],
        ),
        subtitle="Un sous-titre",
        collection="Notes",
        genre="Synthèse",
        authors=(Author("Zoé N'Diaye"),),
        legal=Legal("978-2", "1234-5678", rich("Sans engagement."), "© 2025", ("Paris",)),
        mailing=Mailing(web="https://exemple.fr/n.html", preheader="À lire"),
    )


@pytest.mark.parametrize("name", ["complet", "decideurs", "presse", "chercheur"])
def test_the_email_of_each_audience_is_sound_and_closed(sample: Dossier, name: str) -> None:
    found = pages(sample, find_audience(sample, name))
    parse(found.html)
    assert list(outside(found.html)) == []
    assert "<script" not in found.html
    assert "@font-face" not in found.html
    assert "var(" not in found.html
    assert len(found.html.encode()) < 90_000
    assert all(columns(line) <= 72 or " " not in line.strip() for line in found.text.split("\n"))


def test_both_bodies_tell_the_same() -> None:
    found = pages(full())
    words = re.sub(r"[\s\u00a0\u202f]+", " ", found.text)
    for told in (
        *("Notes", "Synthèse", "Négocier sans l’Ukraine", "Un sous-titre", "Zoé N’Diaye"),
        *("Points clés", "Un point : « clé » !", "Lire le briefing", "Positions des parties"),
        *("Une question ouverte", "On sait ceci.", "Sources", "Sans engagement.", "© 2025"),
        *("978-2", "1234-5678", "Paris", "https://exemple.fr/n.html", "(12 pages, 480 ko)."),
    ):
        assert told in words
        assert told in re.sub(r"[\u00a0\u202f]", " ", found.html)


def test_the_preheader_is_hidden_and_first() -> None:
    found = pages(full())
    assert found.preheader == "À lire"
    assert found.html.index("À lire") < found.html.index("Points clés")
    assert '<div class="preheader" id="accroche">À lire</div>' in found.html
    assert pages(replace(full(), mailing=Mailing())).preheader == "Un sous-titre"


def test_the_link_leads_to_the_web_edition_else_the_pdf_is_attached() -> None:
    assert 'href="https://exemple.fr/n.html"' in pages(full()).html
    attached = pages(replace(full(), mailing=Mailing()))
    assert "href" not in attached.html
    assert "Il est joint à ce message, en PDF" in attached.html
    assert "Il est joint à ce message, en PDF" in attached.text


@pytest.mark.parametrize(
    ("change", "subject"),
    [
        ({}, "Négocier sans l’Ukraine\u202f?"),
        ({"mailing": Mailing("L'objet : lui")}, "L’objet\u00a0: lui"),
        ({"title": "Deux\n lignes"}, "Deux lignes"),
    ],
)
def test_the_subject_is_the_title_unless_one_is_given(
    change: dict[str, object], subject: str
) -> None:
    assert pages(replace(full(), **change)).subject == subject  # type: ignore[arg-type]


def test_the_subject_says_what_its_reader_must_know_first() -> None:
    what = dossier(replace(extract(), tlp=Tlp.AMBER_STRICT))
    press = replace(audience(), embargo="2 juin 2025, 6 h")
    found = render_mail(mail(what, press, Draft(1)))
    assert found.subject.startswith("[Brouillon] [TLP:AMBER+STRICT] [Sous embargo] Négocier")
    for body in (found.html, found.text):
        assert "TLP:AMBER+STRICT" in body
        assert "Sous embargo jusqu’au" in body
    assert "Brouillon" in found.html
    assert "BROUILLON" in found.text


def test_numbers_refer_to_sources_where_they_are_listed() -> None:
    assert "[1]" in pages(full()).text
    without = replace(audience(), mailed=("points-clés", "positions"))
    found = pages(full(), without)
    assert "[1]" not in found.text + found.html


def test_sections_stand_in_the_order_that_the_audience_chose() -> None:
    found = pages(full(), replace(audience(), mailed=("questions", "points-clés")))
    for body in (found.html, found.text):
        assert body.index("Une question ouverte") < body.index("Points clés")
        assert "Positions des parties" not in body
        assert body.count("joint à ce message") == 1


def test_an_email_without_sections_still_carries_its_pdf() -> None:
    found = pages(replace(dossier(), mailing=Mailing()), replace(audience(), mailed=("sources",)))
    assert "Il est joint à ce message" in found.text


def test_headings_are_those_of_the_audience_and_the_frame() -> None:
    renamed = replace(audience(), headings={"points-clés": "L'essentiel"})
    assert "L’essentiel" in pages(full(), renamed).text
    english = pages(full(), replace(audience(), language="en"))
    assert english.language == "en"
    assert "Read the briefing" in english.html
    assert "An open question" in english.text


def test_pictures_are_named_with_their_words() -> None:
    shown = replace(CARRIED, thumbnail="cid:vignette@briefing", thumbnail_height=198)
    found = pages(full(), carried=shown)
    assert 'src="cid:vignette@briefing"' in found.html
    assert 'alt="La première page du briefing"' in found.html
    assert list(outside(found.html)) == []


def test_what_a_dossier_holds_is_escaped_in_html_and_plain_in_text() -> None:
    found = pages(replace(full(), title="<b>Titre</b> & co"))
    assert "<b>" not in found.html
    assert "&lt;b&gt;Titre&lt;/b&gt; &amp; co" in found.html
    assert "<b>Titre</b> & co" in found.text


def test_styles_have_the_colours_of_the_theme_and_no_variable() -> None:
    css = mail_stylesheet()
    assert "var(" not in css
    assert "#173a6a" in css
    assert "prefers-color-scheme" in css
