"""The source list and « Comment citer » in the citation style of a dossier."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.api import assemble, render
from briefing.errors import MachineError
from briefing.model.briefing import Briefing
from briefing.model.edition import Edition, Medium
from briefing.model.source import Source
from briefing.model.text import RichText, Span
from briefing.model.vocabulary import SourceType
from briefing.rendering.references import full_reference, own_reference
from briefing.typesetting import Typesetter
from briefing.typesetting.frame import Frame
from tests.builders import assembled, dossier, edtf, extract, source
from tests.citing.styles import STYLES, style

SCRIPT = "<script>alert(1)</script> : « a » n° 5"


def styled(name: str, **changes: object) -> Briefing:
    held = replace(source(), date=edtf("2025-03-01"))
    held = replace(held, **{"type": SourceType.REPORT, **changes})  # type: ignore[arg-type]
    briefing = assembled(dossier(extract(f"{held.id}#x"), sources=[held]))
    return replace(briefing, citation_style=style(name))


def listed(edition: Edition) -> str:
    """Return the HTML of the first reference."""
    found = re.search(r'<p class="reference">(.*?)</p>', edition.html, re.DOTALL)
    assert found
    return found[1]


@pytest.mark.parametrize("medium", list(Medium))
@pytest.mark.parametrize("name", STYLES)
def test_the_list_is_in_the_style(name: str, medium: Medium) -> None:
    house = listed(render(replace(styled(name), citation_style=None), medium))
    seen = listed(render(styled(name), medium))
    assert seen != house
    assert "négociation" in seen


def test_it_is_typeset_as_the_rest() -> None:
    seen = listed(render(styled("author-date", title=SCRIPT, edition="2", type=None)))
    assert "&lt;script&gt;alert(1)&lt;/script&gt;\u00a0: " in seen
    assert "“a”" in seen
    assert "n<sup>o</sup>\u00a05" in seen
    assert "<script" not in seen
    assert '<span class="small-caps">Minic</span>' in seen
    assert "<sup>2" in seen


def test_a_foreign_title_bears_its_language() -> None:
    seen = listed(render(styled("note", title='The "end" : it', language="en")))
    assert '<span lang="en">The “end” : it</span>' in seen


def test_an_address_is_a_link_that_breaks_where_no_hyphen_could_be_meant() -> None:
    seen = listed(render(styled("note", url="https://a.example/un-long/chemin/b")))
    assert '<a href="https://a.example/un-long/chemin/b">' in seen
    assert "<wbr>" in seen
    assert "<a" not in listed(render(styled("note", url="javascript:alert(1)")))


def test_the_briefing_is_cited_in_the_style_too() -> None:
    edition = render(styled("author-date", edition=""))
    assert 'class="small-caps"' in edition.html.partition('class="reference"')[2]


def test_notes_and_numbers_stay_those_of_the_house() -> None:
    with_style = render(styled("numbered")).html
    house = render(replace(styled("numbered"), citation_style=None)).html
    label = re.compile(r'<[^>]*class="note[^>]*>.*?</', re.DOTALL)
    assert label.findall(with_style) == label.findall(house)
    assert 'id="source-1"' in with_style
    assert "[1]" not in listed(render(styled("numbered")))


def test_a_source_that_the_style_does_not_print_is_in_the_house_style() -> None:
    def silent(_source: Source, _by: Typesetter) -> RichText:
        return ()

    held = source()
    assert full_reference(held, cite=silent) == full_reference(held)


def test_the_reader_has_the_terms_of_his_language() -> None:
    asked: list[str] = []

    def spoken(_source: Source, by: Typesetter) -> RichText:
        asked.append(by.frame.language)
        return (Span("a"),)

    by = Typesetter("fr", frame=Frame("en-GB"))
    assert full_reference(source(), by=by, cite=spoken) == "a"
    assert own_reference(styled("note"), by=by, cite=spoken) == "a"
    assert asked == ["en-GB", "en-GB"]


@pytest.mark.parametrize(
    ("variant", "html"),
    [
        ("small-caps", '<span class="small-caps">a</span>'),
        ("sup", "<sup>a</sup>"),
        ("sub", "<sub>a</sub>"),
        ("onclick", "a"),
    ],
)
def test_a_variant_is_an_element(variant: str, html: str) -> None:
    assert full_reference(source(), cite=lambda *_: (Span("a", variant=variant),)) == html


def test_a_dossier_brings_its_style(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefing.api import read_dossier
    from tests.support import CONFIG, write_dossier

    folder = write_dossier(tmp_path, config=f'style-bibliographique = "a.csl"\n{CONFIG}')
    (folder / "a.csl").write_text(f"<?xml version='1.0'?>{style('note').xml}", "utf-8")
    held = read_dossier(folder).dossier
    assert held is not None
    briefing = assemble(held)
    assert briefing.citation_style == held.citation_style
    assert listed(render(briefing))

    def missing(*_: object) -> RichText:
        raise MachineError("x")  # type: ignore[arg-type]

    monkeypatch.setattr("briefing.citing.cite", missing)
    with pytest.raises(MachineError):
        render(briefing)


@pytest.mark.parametrize("name", ["../a.csl", "/etc/passwd", "absent.csl", "."])
def test_a_style_out_of_the_dossier_is_not_read(tmp_path: Path, name: str) -> None:
    from briefing.api import read_dossier
    from tests.support import CONFIG, write_dossier

    folder = write_dossier(tmp_path / "d", config=f'style-bibliographique = "{name}"\n{CONFIG}')
    (tmp_path / "a.csl").write_text(style("note").xml, "utf-8")
    assert "BR345" in {finding.code for finding in read_dossier(folder).findings}
