"""`[controle]`: what `briefing check` measures against, and the warnings it keeps to itself."""

from __future__ import annotations

from types import MappingProxyType

from briefing.model.dossier import CheckSettings
from briefing.model.finding import message
from briefing.reading.tables import Table


def read_checks(table: Table) -> CheckSettings:
    """Read `[controle]`; what it leaves out is as in `CheckSettings`.

    Whether a code of `[controle.taire]` exists and may be silenced is for those who know the
    codes: `briefing.checking.silencing`.
    """
    silent = table.table("taire")
    settings = CheckSettings(
        longest_quotation=_longest_quotation(table),
        largest_share=_largest_share(table),
        silenced=MappingProxyType(_reasons(silent)),
        lines=MappingProxyType({_code(key): silent.line(key) for key in silent.names()}),
    )
    table.close()
    return settings


def _longest_quotation(table: Table) -> int:
    given = table.number("longueur-citation", "60")
    if given is None:
        return CheckSettings().longest_quotation
    if given < 1 or given % 1 != 0:
        table.fault(
            "BR330",
            "longueur-citation",
            "“{key}” must be a whole number of words",
            "write longueur-citation = 60",
            key="longueur-citation",
        )
        return CheckSettings().longest_quotation
    return int(given)


def _largest_share(table: Table) -> float:
    given = table.number("part-citee", "0.25")
    if given is None:
        return CheckSettings().largest_share
    if not 0 < given <= 1:
        table.fault(
            "BR330",
            "part-citee",
            "“{key}” must be a share between 0 and 1",
            "write part-citee = 0.25 for a quarter of the document",
            key="part-citee",
        )
        return CheckSettings().largest_share
    return float(given)


def _reasons(table: Table) -> dict[str, str]:
    """Return the codes whose reason is given; the others are told, and stay in force."""
    reasons = {_code(key): table.text(key, required=_REASON).strip() for key in table.names()}
    return {code: reason for code, reason in reasons.items() if reason}


def _code(key: str) -> str:
    return key.strip().upper()


_REASON = message('write {key} = "why this warning is of no use here"').template
