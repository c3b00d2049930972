"""Messages are translated at the edge, and nowhere else."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.messages import shown, translate
from briefing.model.finding import Message, message
from tests.support import ROOT, extract_text, fiche_text, read

UNKNOWN = "did you mean “{name}”?"


@pytest.fixture
def in_french(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")


@pytest.mark.usefixtures("in_french")
def test_a_finding_keeps_its_english_until_it_is_shown() -> None:
    (finding,) = read(
        fiches={"a": fiche_text(extract_text(partie="Regoin", nature="contexte"))}
    ).findings
    assert str(finding.message) == "the dossier declares no party “Regoin”"
    assert finding.hint == message(UNKNOWN, name="Région")
    shown = translate(finding.hint)
    assert shown != str(finding.hint)
    assert "Région" in shown


@pytest.mark.usefixtures("in_french")
def test_what_isnt_in_the_catalogue_stays_as_it_is() -> None:
    assert translate(Message("no such sentence, {name}", {"name": "x"})) == ("no such sentence, x")


@pytest.mark.parametrize(("language", "told"), [("fr", "4,47 9,5 7"), ("en", "4.47 9.5 7")])
def test_a_number_has_the_decimal_sign_of_the_user(
    language: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", language)
    assert translate(message("{a:.2f} {b:g} {c:g}", a=4.47, b=9.5, c=7.0)) == told
    assert translate(message("{version}", version="4.5")) == "4.5", "no number"


@pytest.mark.usefixtures("in_french")
def test_what_the_user_wrote_is_neither_translated_nor_read_as_a_template() -> None:
    """“error” alone is in the catalogue; within a sentence it is a word of the user's."""
    assert "error {0.x}" in translate(message("unknown key “{key}”", key="error {0.x}"))


@pytest.mark.usefixtures("in_french")
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("des « enquêteurs politiques »", "des “enquêteurs politiques”"),
        ("« un » et « deux »", "“un” et “deux”"),
        ("sans", "sans"),
        ("« sans fin", "« sans fin"),
    ],
)
def test_guillemets_within_guillemets_are_quotation_marks(name: str, shown: str) -> None:
    said = translate(message("the speaker is anonymous: “{name}”", name=name))
    assert said.endswith(f"«\u202f{shown}\u202f»")


@pytest.mark.usefixtures("in_french")
def test_guillemets_outside_of_guillemets_are_kept() -> None:
    said = translate(message("the template failed: {reason}", reason="« a »"))
    assert said.endswith("« a »")


@pytest.mark.parametrize(("language", "same"), [("en", True), ("de", True), ("fr", False)])
def test_the_language_is_that_of_the_moment(
    language: str, same: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", language)
    said = message(UNKNOWN, name="x")
    assert (translate(said) == str(said)) is same


@given(st.text(st.characters(exclude_categories=())))
def test_no_control_sign_of_a_file_reaches_the_terminal(text: str) -> None:
    for said in (shown(text), translate(message("“{name}” isn't JSON", name=text))):
        assert not [sign for sign in said if unicodedata.category(sign) in ("Cc", "Cs")]
        said.encode()


def test_a_control_sign_is_pictured() -> None:
    assert shown("\x1b]0;a\x07\x9b\x7f") == "␛]0;a␇\ufffd␡"
    assert shown("un\ndeux\ttrois\r") == "un deux trois "
    assert shown("Écrit à l’été\u202f: 🚂") == "Écrit à l’été\u202f: 🚂"


def test_reading_never_loads_a_catalogue() -> None:
    code = (
        "import sys\n"
        "from briefing.reading.dossier import read_raw_dossier\n"
        "from briefing.model.files import RawDossier\n"
        "read_raw_dossier(RawDossier('d', None, None, ()))\n"
        "print('briefing.messages' in sys.modules, 'gettext' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert run.stdout.split() == ["False", "False"]
