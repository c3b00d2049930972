"""BibTeX, as far as analysts meet it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.source import Source
from briefing.model.vocabulary import SourceType
from briefing.reading.bibtex import read_bibtex
from tests.support import shown


def one(text: str) -> Source:
    sources, findings = read_bibtex(text, "z.bib")
    assert shown(findings) == []
    (source,) = sources.values()
    return source


def test_an_article_with_its_accents_names_and_month() -> None:
    source = one(
        r"""
@article{ferrand2023,
  author = {Ferrand, Nadia and {Minist{\`e}re des Transports} and Garc{\'i}a M{\'a}rquez, Gabriel},
  title = {{Trains} de nuit : \emph{logiques} \& {\'e}conomie},
  journal = {Revue des transports}, year = 2023, month = sep, pages = {45--62},
  number = 3, volume = 58, doi = {10.5555/a_b~c}
}"""
    )
    assert source.type is SourceType.ARTICLE
    assert source.title == "Trains de nuit : *logiques* & économie"
    assert source.authors == (
        *("Nadia Ferrand", "García Márquez, Gabriel", "Ministère des Transports"),
    )
    assert source.bodies == ("Ministère des Transports",)
    assert (source.container, source.pages) == ("Revue des transports", "45–62")
    assert (source.volume, source.number, source.doi) == ("58", "3", "10.5555/a_b~c")
    assert source.date is not None
    assert source.date.edtf == "2023-09"


def test_a_page_of_biblatex() -> None:
    source = one(
        "@online{un, author={Un, Anne}, title={Titre}, subtitle={Suite}, date={2025-02},"
        " langid={english}, urldate={2025-03-01}, url={https://a.example/~x_y%20z}}"
    )
    assert (source.type, source.language) == (SourceType.WEB_PAGE, "en")
    assert (source.title, source.url) == ("Titre : Suite", "https://a.example/~x_y%20z")
    assert source.accessed is not None
    assert source.accessed.edtf == "2025-03-01"


@pytest.mark.parametrize(
    ("kind", "type_"),
    [
        ("book", SourceType.BOOK),
        ("inproceedings", SourceType.CHAPTER),
        ("phdthesis", SourceType.THESIS),
        ("techreport", SourceType.REPORT),
        ("misc", None),
    ],
)
def test_kinds(kind: str, type_: SourceType | None) -> None:
    assert one(f"@{kind}{{a, title={{T}}}}").type is type_


def test_what_cant_be_read_is_told_at_its_line_and_the_rest_is_read() -> None:
    text = '@book{x, title={y\n@misc{z, title="ok"}\n@misc{z, title="double"}\n'
    sources, findings = read_bibtex(text, "z.bib")
    assert [(finding.code, finding.line) for finding in findings] == [("BR342", 1), ("BR342", 3)]
    assert sources["z"].title == "ok"


@given(st.text(alphabet='@bok{}=,"#\\ \na1%~', max_size=60))
def test_any_text_gives_sources_or_findings(text: str) -> None:
    read_bibtex(text, "z.bib")


@given(
    st.text(alphabet="{}\\ ,andé'~$%_^&", max_size=25), st.sampled_from(["author", "title", "date"])
)
def test_any_value_is_read_or_told(value: str, field: str) -> None:
    read_bibtex(f"@book{{a, {field} = {{{value}}}}}", "z.bib")
