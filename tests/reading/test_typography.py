"""`[typographie]`: the choices of a house, and what is no choice."""

from __future__ import annotations

import pytest

from briefing.model.finding import Finding
from briefing.model.typography import STANDARD, Dash, Space, Typography
from briefing.reading.config import read_config
from tests.support import CONFIG, shown


def typography(lines: str) -> tuple[Typography, list[Finding]]:
    """Return `[typographie]` made of `lines`; its first line is 15."""
    dossier, findings = read_config(f"{CONFIG}\n[typographie]\n{lines}\n", "d.toml")
    assert dossier is not None
    return dossier.typography, findings


def test_a_dossier_without_choices_has_the_usual_typography() -> None:
    dossier, findings = read_config(CONFIG, "d.toml")
    assert dossier is not None
    assert (dossier.typography, findings) == (STANDARD, [])


def test_everything_may_be_chosen() -> None:
    chosen, findings = typography(
        'espaces = "pleine"\ntirets = "Cadratin"\nlettres-superieures = false\nmilliers = 4\n'
        "ibid = true\npetites-capitales = true"
    )
    assert findings == []
    assert chosen == Typography(
        Space.FULL, Dash.EM, raised_titles=False, grouped_from=4, ibid=True, small_capitals=True
    )


def test_the_usual_values_may_be_said() -> None:
    chosen, findings = typography(
        'espaces = "fine"\ntirets = "demi-cadratin"\n"lettres-supérieures" = true\nmilliers = 5\n'
        "ibid = false\npetites-capitales = false"
    )
    assert findings == []
    assert chosen == Typography(Space.THIN, Dash.EN, raised_titles=True, grouped_from=5)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('espaces = "fines"', "d.toml:15 BR204 unknown value “fines” for “espaces” → did you"),
        ('tirets = "long"', "d.toml:15 BR204 unknown value “long” for “tirets” → known here:"),
        ("milliers = 6", "d.toml:15 BR330 “milliers” must be 4 or 5"),
        ("milliers = true", "d.toml:15 BR301 “milliers” is a number, such as 5"),
        (
            "lettres-superieures = 1",
            "d.toml:15 BR301 “lettres-superieures” is either true or false",
        ),
        ('ibid = "oui"', "d.toml:15 BR301 “ibid” is either true or false"),
        ("espaces = 1", "d.toml:15 BR301 “espaces” must be"),
        ('tiret = "cadratin"', "d.toml:15 BR201 unknown key “tiret” → did you mean “tirets”?"),
    ],
)
def test_a_wrong_value_is_told_and_changes_nothing(line: str, told: str) -> None:
    chosen, findings = typography(line)
    (found,) = shown(findings)
    assert found.startswith(told)
    assert chosen == STANDARD
