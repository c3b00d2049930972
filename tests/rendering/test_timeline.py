"""The chronology as a timeline, in an edition."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from briefing.api import stylesheet
from briefing.model.briefing import Briefing, Event
from briefing.model.edition import Medium
from briefing.model.notes import Support
from briefing.model.vocabulary import Dating, Status
from briefing.rendering.timeline import SHORT, drawing_rules, gap, page_rules, period, timeline
from briefing.resources import frame
from briefing.typesetting import Typesetter
from briefing.typesetting.characters import JOINER
from tests.builders import edtf, rich
from tests.rendering.pages import MEDIA, Node, page_of

ENGLISH = Typesetter("fr", frame=frame("en"))
"""Of French texts."""
GERMAN = Typesetter("de", frame=frame("de"))
LEGEND = {
    form: form for form in ("fait", "déclaration", "analyse", "hypothèse", "approximate", "inferred", "open")
}  # fmt: skip


def event(written: str, text: str = "Un fait.", brief: str = "") -> Event:
    return Event(
        id=f"date-{written.replace('/', '-')}",
        date=edtf(written),
        dating=Dating.GIVEN,
        text=rich(text),
        status=Status.FACT,
        support=Support((), 0, ()),
        call=None,
        brief=rich(brief),
    )


def words(svg: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)", svg)


def drawn(*events: Event) -> str:
    return str(timeline(year(*events), "Titre", LEGEND))


def year(*events: Event) -> list[Event]:
    return [event("2025-01-01", "x" * 99), *events, event("2025-12-01", "x" * 99)]


def test_a_short_sentence_is_shown_typeset_and_without_stop() -> None:
    assert "L’accord" in words(drawn(event("2025-06-01", "L'accord.")))


def test_a_long_sentence_is_never_cut() -> None:
    long = (
        "Un fait dont la phrase est plus longue que ce qu’une étiquette peut dire en peu de mots."
    )
    assert len(long) > SHORT
    assert "Un" not in " ".join(words(drawn(event("2025-06-01", long))))


def test_the_wording_of_the_analyst_stands_for_it() -> None:
    assert "Accord" in words(drawn(event("2025-06-01", "x " * 60, "Accord.")))


def test_the_first_of_a_month_is_an_ordinal() -> None:
    assert "1ᵉʳ\u00a0juin\u00a02025" in words(drawn(event("2025-06-01")))


def test_two_events_are_not_drawn() -> None:
    assert timeline([event("2025-01-01"), event("2025-02-01")], "Titre", LEGEND) == ""


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (1, "1 jour"),
        (12, "12 jours"),
        (152, "5 mois"),
        (640, "21 mois"),
        (731, "2 ans"),
        (884, "2 ans et demi"),
        (3653, "10 ans"),
    ],
)
def test_a_gap_in_words(days: int, said: str) -> None:
    assert gap(days).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("by", "said"),
    [
        (ENGLISH, ["1 day", "12 days", "5 months", "2 years", "2½ years"]),
        (GERMAN, ["1 Tag", "12 Tage", "5 Monate", "2 Jahre", "2½ Jahre"]),
    ],
)
def test_a_gap_is_told_in_the_language_of_the_frame(by: Typesetter, said: list[str]) -> None:
    gaps = (gap(days, by=by) for days in (1, 12, 152, 731, 884))
    assert [text.replace("\u00a0", " ") for text in gaps] == said


def test_the_period_is_told_in_the_language_of_the_frame() -> None:
    events = [event("2025-02-12"), event("2025-02-21")]
    assert period(events, by=ENGLISH).replace(JOINER, "") == "12–21\u00a0February\u00a02025"


def test_months_and_dates_are_those_of_the_frame_and_wordings_those_of_the_texts() -> None:
    svg = str(timeline(year(event("2025-06-01", "L'accord.")), "Title", LEGEND, by=ENGLISH))
    said = words(svg)
    assert {"Jan", "Oct", "1\u00a0Jun\u00a02025"} <= set(said)
    assert '<text class="timeline-words" lang="fr"' in svg
    assert "L’accord" in said


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (("2025-02-12", "2025-02-14", "2025-02-21"), "12-21 février 2025"),
        (("2025-02-12", "2025-02-14", "2025-11-21"), "du 12 février au 21 novembre 2025"),
        (("../2025-02-12", "2025-03/..", "2025-03-02"), "du 12 février au 2 mars 2025"),
    ],
)
def test_the_period_of_events(dates: tuple[str, ...], said: str) -> None:
    assert period([event(date) for date in dates]).replace("\u00a0", " ") == said


def test_tokens_become_values_in_the_rules_of_a_drawing() -> None:
    css = ":root { --ink: #000; --sans: A, B; }\n:root{--ink:#111;}\np { color: var(--ink); }\n"
    css += ".timeline-axis { stroke: var(--ink); font-family: var(--sans); fill: var(--none); }\n"
    expected = ".timeline-axis{stroke: #111; font-family: A, B; fill: inherit;}"
    assert drawing_rules(css) == expected


def test_the_page_itself_has_no_rules_for_the_drawing() -> None:
    css = stylesheet(Medium.PRINT)
    assert ".timeline-" in css
    assert ".timeline-" not in page_rules(css)
    assert "svg.timeline" in page_rules(css)


def test_the_rules_of_print_hold_every_class_of_a_drawing() -> None:
    rules = drawing_rules(stylesheet(Medium.PRINT))
    assert "var(" not in rules
    assert "inherit" not in rules
    names = set(re.findall(r"timeline-[\w-]+", drawn(event("2025-03-01", brief="Accord."))))
    assert names - set(re.findall(r"\.(timeline-[\w-]+)", rules)) == {"timeline-fact"}


def figures(page: Node) -> list[Node]:
    return page.all("svg", class_="timeline")


@pytest.mark.parametrize("medium", MEDIA)
def test_the_sample_draws_its_chronology(sample_briefing: Briefing, medium: Medium) -> None:
    page = page_of(sample_briefing, medium)
    (figure,) = figures(page.by_id("chronologie"))
    said = figure.one("title").text
    assert said.startswith(f"Frise chronologique de {len(sample_briefing.events)} faits")
    links = {link.get("href")[1:] for link in figure.all("a")}
    ids = {one.id for one in sample_briefing.events}
    assert links <= ids
    assert bool(links) is (medium is Medium.SCREEN)
    assert "numbered" in page.one("ol", class_="events").classes


@pytest.mark.parametrize("medium", MEDIA)
def test_few_events_are_a_list_alone(sample_briefing: Briefing, medium: Medium) -> None:
    few = replace(sample_briefing, events=sample_briefing.events[:2])
    page = page_of(few, medium)
    assert figures(page) == []
    assert "numbered" not in page.one("ol", class_="events").classes
