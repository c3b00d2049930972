"""A dossier may silence a warning, with its reason; never an error."""

from __future__ import annotations

from briefing.checking.silencing import settings_findings, silence
from briefing.model.dossier import CheckSettings
from briefing.model.finding import Finding, Severity, message
from tests.support import CONFIG, read, shown

TEXT = message("x")
ERROR = Finding(Severity.ERROR, "BR607", "a.md", 1, TEXT)
FIRST = Finding(Severity.WARNING, "BR503", "a.md", 2, TEXT)
SECOND = Finding(Severity.WARNING, "BR504", "a.md", 3, TEXT)


def test_nothing_is_silent_by_itself() -> None:
    assert silence([ERROR, FIRST], CheckSettings()) == ((ERROR, FIRST), 0)


def test_silenced_warnings_go_and_are_counted() -> None:
    settings = CheckSettings(silenced={"BR503": "r"})
    assert silence(iter([FIRST, ERROR, SECOND, FIRST]), settings) == ((ERROR, SECOND), 2)


def test_an_error_stays_whatever_the_dossier_says() -> None:
    settings = CheckSettings(silenced={"BR607": "r"})
    assert silence([ERROR], settings) == ((ERROR,), 0)


def test_what_can_t_be_silenced_is_told_at_its_line() -> None:
    config = f'{CONFIG}\n[controle.taire]\nbr503 = "Oui."\nBR5O4 = "Non."\nBR607 = "Non."\n'
    dossier = read(config=config).dossier
    assert dossier is not None
    assert shown(settings_findings(dossier.checks, "d.toml")) == [
        "d.toml:16 BR331 there is no code “BR5O4” to silence → did you mean “BR504”?",
        (
            "d.toml:17 BR332 “BR607” is an error: it can't be silenced"
            " → mend it: “briefing explain BR607” tells how"
        ),
    ]


def test_a_code_like_no_other_leads_to_the_list() -> None:
    settings = CheckSettings(silenced={"TOUT": "r"})
    (finding,) = settings_findings(settings, "d.toml")
    assert str(finding.hint) == "“briefing explain” lists all codes"
