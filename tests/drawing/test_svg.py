"""A figure as SVG: well formed, escaped, and of forms that differ without colour."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import assume, given, settings

from briefing.drawing import Fact, lay_out, to_svg
from briefing.drawing.widths import width
from briefing.model.vocabulary import Status
from tests.drawing.figures import CHRONOLOGIES, WORDS, fact, laid_out

SVG = "{http://www.w3.org/2000/svg}"
AROUND = (fact("2025-01-01"), fact("2025-12-01"))


def tree(facts: list[Fact], *, rules: str = "", links: bool = False) -> ET.Element:
    return ET.fromstring(to_svg(laid_out(facts), "Titre", rules=rules, links=links))  # noqa: S314


def of_class(root: ET.Element, name: str) -> list[ET.Element]:
    return [e for e in root.iter() if f"timeline-{name}" in e.get("class", "").split()]


@given(CHRONOLOGIES)
@settings(max_examples=30, deadline=None)
def test_every_fact_has_one_mark_and_its_number(facts: list[Fact]) -> None:
    figure = lay_out(facts, WORDS, width)
    assume(figure is not None)
    assert figure is not None
    root = ET.fromstring(to_svg(figure, "Titre"))  # noqa: S314
    samples = sum(key.form in [*Status] for key in figure.legend)
    assert len(of_class(root, "mark")) == len(facts) + samples
    numbers = " ".join(element.text or "" for element in of_class(root, "number"))
    told = [int(number) for number in numbers.replace(",", " ").split()]
    assert sorted(told) == [*range(1, len(facts) + 1)]


def test_a_figure_tells_what_it_is() -> None:
    root = tree([*AROUND, fact("2025-03-01")])
    assert root.get("role") == "img"
    assert [element.text for element in root.findall(f"{SVG}title")] == ["Titre"]
    assert (root.get("viewBox") or "").startswith("0 0 470 ")


def test_words_are_escaped() -> None:
    figure = laid_out([*AROUND, fact("2025-03-01", "<b>&")])
    svg = to_svg(figure, '<i>"')
    assert "&lt;b&gt;&amp;" in svg
    assert "<title>&lt;i&gt;" in svg
    assert "<b>" not in svg


def test_the_wordings_alone_tell_their_language() -> None:
    figure = laid_out([*AROUND, fact("2025-03-01", "accord", Status.CLAIM)])
    root = ET.fromstring(to_svg(figure, "Title", "fr"))  # noqa: S314
    assert [element.text for element in root.iter() if element.get("lang") == "fr"] == ["accord"]
    assert "lang=" not in to_svg(figure, "Titre")


@pytest.mark.parametrize("status", [None, *Status])
def test_each_status_has_its_form(status: Status | None) -> None:
    expected = {
        Status.CLAIM: ("rect", "claim"),
        Status.ANALYSIS: ("polygon", "analysis"),
        Status.HYPOTHESIS: ("polygon", "hypothesis"),
    }
    root = tree([*AROUND, fact("2025-03-01", status=status)])
    mark = of_class(root, "mark")[2]
    form, name = expected.get(status, ("rect", "fact")) if status else ("rect", "fact")
    assert mark.tag == SVG + form
    assert f"timeline-{name}" in (mark.get("class") or "")


@pytest.mark.parametrize(
    ("written", "inferred", "drawn"),
    [
        ("2025-03-01", False, {}),
        ("2025-03-01~", False, {"about": 2}),  # the mark and the legend
        ("2025-03-01", True, {"inferred": 4}),
        ("2025-03-01/..", False, {"open": 4}),
        ("../2025-03-01", False, {"open": 4}),
        ("../2025-03-01", True, {"open": 4, "inferred": 3}),  # no bracket where it is open
        ("2025-03-01~", True, {"about": 2, "inferred": 4}),
    ],
)
def test_how_sure_a_date_is_is_drawn(written: str, inferred: bool, drawn: dict[str, int]) -> None:
    root = tree([*AROUND, fact(written, inferred=inferred)])
    found = {name: len(of_class(root, name)) for name in ("about", "inferred", "open")}
    assert {name: count for name, count in found.items() if count} == drawn


def test_an_arrow_points_to_the_open_side() -> None:
    for written, ahead in (("2025-03-01/..", True), ("../2025-03-01", False)):
        root = tree([*AROUND, fact(written)])
        shaft = next(e for e in of_class(root, "open") if e.tag == f"{SVG}line")
        assert (float(shaft.get("x2", "")) > float(shaft.get("x1", ""))) is ahead


def test_a_month_is_as_long_as_it_is() -> None:
    figure = laid_out([*AROUND, fact("2025-03")])
    bar = of_class(tree([*AROUND, fact("2025-03")]), "mark")[2]
    segment = figure.segments[0]
    scale = (segment.right - segment.x) / (segment.last - segment.first)
    assert float(bar.get("width", "")) == pytest.approx(31 * scale, abs=0.02)


def test_a_cut_is_a_zigzag_with_its_length() -> None:
    root = tree([fact(d) for d in ("2014-01-05", "2014-03-01", "2014-05-01", "2021-01-01")])
    (cut,) = of_class(root, "break")
    heights = {point.split(",")[1] for point in (cut.get("points") or "").split()}
    assert len(heights) == 3
    assert len(of_class(root, "gap")) == 1


def test_links_lead_to_the_list() -> None:
    facts = [*AROUND, fact("2025-03-01")]
    assert tree(facts).findall(f".//{SVG}a") == []
    links = tree(facts, links=True).findall(f".//{SVG}a")
    assert {link.get("href") for link in links} == {f"#{one.anchor}" for one in facts}
    assert tree(facts, links=True).get("role") == "group"  # a picture holds no links
    assert {link.get("tabindex") for link in links} == {"-1"}


def test_rules_stand_in_the_drawing() -> None:
    root = tree([*AROUND, fact("2025-03-01")], rules=".timeline-axis{stroke:#000}")
    assert [e.text for e in root.iter(f"{SVG}style")] == [".timeline-axis{stroke:#000}"]
    assert [*tree([*AROUND, fact("2025-03-01")]).iter(f"{SVG}style")] == []
