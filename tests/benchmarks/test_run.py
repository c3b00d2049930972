"""The building blocks of the benchmarks, on tiny sizes; how long they take isn't asked here."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from briefing.model.dossier import Dossier
from briefing.reading.dossier import read_raw_dossier
from briefing.resources import starter_folder
from briefing.typesetting import typeset
from tests.benchmarks import run, typesetting
from tests.benchmarks.dossiers import generated_dossier
from tests.benchmarks.figures import Figure
from tests.benchmarks.french import prose
from tests.benchmarks.measuring import Command, measure, median, ratio, seconds_of
from tests.benchmarks.pages import print_html, with_font_faces


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    reading = read_raw_dossier(generated_dossier(60, fiches=3))
    assert reading.findings == ()
    assert reading.dossier
    return reading.dossier


def test_a_generated_dossier_has_the_size_asked_for(dossier: Dossier) -> None:
    assert (len(dossier.extracts), len(dossier.sources)) == (60, 3)


def test_a_generated_dossier_is_the_same_every_time() -> None:
    assert generated_dossier(40, fiches=2) == generated_dossier(40, fiches=2)


def test_some_generated_extracts_hold_emphasis_relays_and_vague_dates(dossier: Dossier) -> None:
    assert any(span.emphasis for extract in dossier.extracts for span in extract.statement)
    assert any(extract.via for extract in dossier.extracts)
    assert any(extract.date and extract.date.approximate for extract in dossier.extracts)


def test_every_generated_extract_has_twelve_tags() -> None:
    raw = generated_dossier(20, fiches=1).fiches[0].data.decode()
    assert {part.count("\n- ") for part in raw.split("\n## ")[1:]} == {12}


def test_prose_has_about_the_size_asked_for_and_can_be_set() -> None:
    text = prose(10_000)
    assert 10_000 <= len(text.encode()) < 11_000
    assert "\u202f;" in typeset(text)


@pytest.mark.parametrize(("value", "mark"), [(1.0, "OK"), (1.1, "OK"), (1.2, "OVER")])
def test_a_figure_says_whether_it_is_within_its_bound(value: float, mark: str) -> None:
    assert str(Figure("share", value, "", 1.1)).endswith(mark)


def test_a_figure_without_a_bound_has_no_mark() -> None:
    assert str(Figure("typesetting", 4.25, "MB/s")).endswith("4.250 MB/s")


def test_a_command_is_measured_in_its_environment() -> None:
    asked = "import os; assert os.environ['BENCHMARK'] == 'yes'"
    assert Command((sys.executable, "-c", asked), {"BENCHMARK": "yes"})() > 0


def test_jobs_run_in_turn_and_the_first_turn_does_not_count() -> None:
    ran: list[str] = []
    seconds = iter((9.0, 9.0, 1.0, 4.0, 2.0, 4.0, 3.0, 3.0))

    def job(name: str) -> float:
        ran.append(name)
        return next(seconds)

    rounds = measure({"a": lambda: job("a"), "b": lambda: job("b")}, repeat=3)
    assert ran == ["a", "b"] * 4
    assert median(rounds, "a") == 2.0
    assert ratio(rounds, "b", "a") == 2.0


def test_a_call_is_measured() -> None:
    assert seconds_of(lambda: sum(range(100))) >= 0


def test_the_page_to_draw_can_name_our_fonts() -> None:
    html = print_html(str(starter_folder()))
    assert with_font_faces(html).count("@font-face") == html.count("@font-face") + 4


def test_every_build_to_compare_is_on_the_same_page(tmp_path: Path) -> None:
    jobs = run.build_jobs(starter_folder(), tmp_path)
    assert set(jobs) == {run.OURS, *run.BARE}
    assert {path.name for path in tmp_path.iterdir()} == {"page.html", "faces.html"}


def test_every_edition_is_weighed(tmp_path: Path) -> None:
    made = run.editions(starter_folder(), tmp_path)
    held = {path.suffix[1:]: path.stat().st_size / 1000 for path in tmp_path.iterdir()}
    assert made == held
    assert set(made) == set(run.SIZE_BOUNDS)


def test_a_benchmark_that_fails_is_said_to_and_stops_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        run, "BENCHMARKS", {"Typesetting": typesetting.typesetting, "Failing": failing}
    )
    monkeypatch.setattr(typesetting, "TEXT", 4_000)
    monkeypatch.setattr(sys, "argv", ["run.py", "--repeat", "1"])
    run.main()
    printed = capsys.readouterr().out
    assert "MB/s" in printed
    assert "not measured: no such dossier" in printed


def failing(repeat: int) -> run.Figures:
    raise OSError("no such dossier")


def test_reading_is_measured_on_generated_dossiers() -> None:
    assert run.reading_job(20)() > 0


def test_the_typesetters_to_compare_set_the_same_text() -> None:
    setters = typesetting.setters()
    assert set(setters) == {"typeset", "polytypo", "typographeur"}
    for set_ in setters.values():
        assert "l’axe" in str(set_("l'axe"))
