"""The small tree of what stops a run: one exit code each, a sentence that isn't translated yet."""

from __future__ import annotations

import pytest

from briefing.errors import BriefingError, DossierError, MachineError, UsageError
from briefing.model.finding import Finding, Severity, message


@pytest.mark.parametrize(
    ("kind", "code"), [(BriefingError, 1), (DossierError, 1), (UsageError, 2), (MachineError, 3)]
)
def test_each_kind_has_its_exit_code(kind: type[BriefingError], code: int) -> None:
    error = kind(message("the folder “{path}” doesn't exist", path="a"))
    assert isinstance(error, BriefingError)
    assert error.exit_code == code
    assert str(error) == "the folder “a” doesn't exist"
    assert error.hint is None


def test_a_hint_goes_with_it() -> None:
    assert str(UsageError(message("no"), message("try {x}", x=1)).hint) == "try 1"


def test_a_dossier_with_errors_carries_them_all() -> None:
    findings = [Finding(Severity.ERROR, "BR220", "a.md", n, message("no id")) for n in (1, 2)]
    assert DossierError(message("errors"), findings).findings == tuple(findings)
