"""Files paired to editions; all that is wrong with them is told at once; the latest goes first."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.feeding import Fault, FeedError, Finished, entries
from briefing.model.finding import message
from briefing.model.vocabulary import Tlp
from tests.feeding.making import html_file, pdf_file, settings


def faults(*files: Finished, unread: tuple[Fault, ...] = (), **changes: Any) -> list[str]:
    with pytest.raises(FeedError) as stopped:
        entries(files, settings(**changes), unread)
    return [f"{fault.path}: {fault.message}" for fault in stopped.value.faults]


def test_the_page_and_the_pdf_of_one_name_are_one_edition() -> None:
    (entry,) = entries([pdf_file(), html_file()], settings())
    assert [file.name.rpartition(".")[2] for file in entry.files] == ["html", "pdf"]


def test_either_may_stand_alone() -> None:
    made = entries([pdf_file("a", title="A"), html_file("b", title="B")], settings())
    assert [len(entry.files) for entry in made] == [1, 1]


def test_an_id_stays_when_the_edition_is_corrected() -> None:
    before = entries([html_file(date="2025-01-01")], settings())
    after = entries(
        [
            html_file(title="Corrigé", date="2025-02-01"),
            pdf_file(title="Corrigé", date="2025-02-01"),
        ],
        settings(),
    )
    assert before[0].id == after[0].id
    assert before[0].updated < after[0].updated


@given(st.lists(st.dates(), min_size=1, max_size=12), st.integers(1, 12), st.randoms())
def test_the_latest_go_first_whatever_the_order_of_the_files(
    days: list[Any], limit: int, dice: Any
) -> None:
    files = [html_file(f"n{i}", title=f"T{i}", date=str(day)) for i, day in enumerate(days)]
    made = entries(files, settings(limit=limit))
    dice.shuffle(files)
    assert entries(files, settings(limit=limit)) == made
    moments = [entry.updated for entry in made]
    assert moments == sorted((f"{day}T00:00:00Z" for day in days), reverse=True)[:limit]


# ---- What is refused -----------------------------------------------------------------------


def test_nothing_is_no_feed() -> None:
    assert faults() == [": there is no edition in these folders"]
    assert faults(html_file(), audience="presse") == [": no edition is for the audience “presse”"]


def test_two_files_of_one_address_are_told() -> None:
    assert faults(html_file(folder="a"), html_file(folder="b"), pdf_file(folder="a")) == [
        f"b/{html_file().name}: it would have the same address as a/{html_file().name}"
    ]


@pytest.mark.parametrize(
    "changes", [{"title": "Autre"}, {"audience": "presse"}, {"date": "2025-06-03"}]
)
def test_a_pdf_of_another_edition_is_told(changes: dict[str, Any]) -> None:
    (told,) = faults(html_file(), pdf_file(**changes))
    assert "isn't of the same edition" in told


def test_a_title_set_in_another_way_is_the_same() -> None:
    page = html_file(title="L’été\u202f: n°\u00a01")
    assert len(entries([page, pdf_file(title="L'été : nº 1")], settings())) == 1


def test_two_editions_of_one_title_and_day_are_told() -> None:
    (told,) = faults(html_file("a"), html_file("b"))
    assert told == "build/b.html: it has the title and date of build/a.html"
    assert len(entries([html_file("a"), html_file("b", date="2025-06-09")], settings())) == 2


def test_one_audience_is_taken_alone() -> None:
    files = [html_file("a", audience="complet"), html_file("b", audience="presse")]
    (entry,) = entries(files, settings(audience="presse"))
    assert entry.told.audience == "presse"


@pytest.mark.parametrize("mark", Tlp)
@pytest.mark.parametrize("clearance", Tlp)
def test_a_label_above_the_clearance_is_refused(mark: Tlp, clearance: Tlp) -> None:
    files = [html_file(), pdf_file(tlp=mark)]  # one of both is enough
    if mark.rank > clearance.rank:
        (told,) = faults(*files, clearance=clearance)
        assert f"marked {mark.label}" in told
    else:
        assert entries(files, settings(clearance=clearance))[0].told.tlp is mark


def test_an_embargo_is_refused_unless_it_is_over() -> None:
    (told,) = faults(html_file(), pdf_file(embargo="12 mars"))
    assert told.endswith("it is under embargo: “12 mars”")
    assert entries([html_file(embargo="12 mars")], settings(embargoed=True))


def test_a_draft_is_refused_always() -> None:
    (told,) = faults(html_file(draft=True), clearance=Tlp.RED, embargoed=True)
    assert told.endswith("it is a draft")


def test_a_date_is_wanted() -> None:
    (told,) = faults(html_file(date=""))
    assert told.endswith("it bears no date")
    (entry,) = entries([html_file(date="")], settings(fallback="2025-01-02"))
    assert entry.updated == "2025-01-02T00:00:00Z"


def test_all_that_is_wrong_is_told_at_once_by_file() -> None:
    unread = Fault("build/z.pdf", message("it isn't a PDF"))
    told = faults(
        html_file("m", title="M", tlp=Tlp.RED, embargo="demain", date=""),
        html_file("a", title="A"),
        html_file("b", title="A"),
        unread=(unread,),
    )
    assert [line.partition(":")[0] for line in told] == [
        "build/b.html",
        *["build/m.html"] * 3,
        "build/z.pdf",
    ]
