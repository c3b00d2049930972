"""`[controle]`: figures, and warnings kept silent with a reason."""

from __future__ import annotations

import pytest

from briefing.model.dossier import CheckSettings
from briefing.model.finding import Finding
from briefing.reading.config import read_config
from tests.support import CONFIG, shown


def checks(lines: str) -> tuple[CheckSettings, list[Finding]]:
    """Return `[controle]` made of `lines`; its first line is 15."""
    dossier, findings = read_config(f"{CONFIG}\n[controle]\n{lines}\n", "d.toml")
    assert dossier is not None
    return dossier.checks, findings


def test_a_dossier_without_settings_has_the_usual_ones() -> None:
    dossier, findings = read_config(CONFIG, "d.toml")
    assert dossier is not None
    assert (dossier.checks, findings) == (CheckSettings(60, 0.25), [])


def test_everything_may_be_set() -> None:
    settings, findings = checks(
        'longueur-citation = 40\npart-citee = 0.1\n\n[controle.taire]\nbr503 = " Oui. "\n'
    )
    assert findings == []
    assert settings == CheckSettings(40, 0.1, {"BR503": "Oui."})
    assert settings.lines == {"BR503": 19}


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        ("longueur-citation = 60.0", (60, 0.25)),
        ("part-citee = 1", (60, 1.0)),
        ("longueur-citation = 1", (1, 0.25)),
    ],
)
def test_numbers_are_taken_whole_or_not(line: str, figures: tuple[int, float]) -> None:
    settings, findings = checks(line)
    assert findings == []
    assert (settings.longest_quotation, settings.largest_share) == figures


@pytest.mark.parametrize("value", ["0", "-3", "1.5", "inf", "nan", "-inf"])
def test_a_length_is_a_whole_number_of_words(value: str) -> None:
    settings, findings = checks(f"longueur-citation = {value}")
    assert settings.longest_quotation == 60
    assert shown(findings) == [
        (
            "d.toml:15 BR330 “longueur-citation” must be a whole number of words"
            " → write longueur-citation = 60"
        )
    ]


@pytest.mark.parametrize("value", ["0", "25", "-0.1", "1.01", "inf", "nan", "1" + "0" * 400])
def test_a_share_is_between_0_and_1(value: str) -> None:
    settings, findings = checks(f"part-citee = {value}")
    assert settings.largest_share == 0.25
    assert [(finding.code, finding.line) for finding in findings] == [("BR330", 15)]


@pytest.mark.parametrize("value", ['"60"', "true", "[1]", "2025-01-01"])
def test_what_is_no_number_is_told(value: str) -> None:
    _, findings = checks(f"longueur-citation = {value}")
    assert shown(findings) == ["d.toml:15 BR301 “longueur-citation” is a number, such as 60"]


def test_a_silence_wants_its_reason() -> None:
    settings, findings = checks('[controle.taire]\nBR503 = ""\nBR504 = "Oui."\nBR505 = 3\n')
    assert settings.silenced == {"BR504": "Oui."}
    assert [line.partition(" → ")[0] for line in shown(findings)] == [
        "d.toml:16 BR302 “BR503” is missing or empty",
        'd.toml:18 BR301 “BR505” must be "…"',
    ]


def test_unknown_keys_are_told() -> None:
    _, findings = checks("longueur = 3")
    assert shown(findings) == [
        "d.toml:15 BR201 unknown key “longueur” → did you mean “longueur-citation”?"
    ]


def test_settings_that_are_no_table() -> None:
    _, findings = read_config(f"controle = 3\n{CONFIG}", "d.toml")
    assert shown(findings) == ["d.toml:1 BR301 “controle” must be [controle]"]
