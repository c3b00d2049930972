"""What a house chooses in its typography, read apart from its dossier."""

from __future__ import annotations

import tomllib
from typing import NamedTuple

from briefing.model.finding import Finding
from briefing.model.typography import STANDARD, Typography
from briefing.reading.config import read_config
from briefing.reading.tables import Table, TomlFile
from briefing.reading.toml_lines import TomlLines
from briefing.reading.typography import read_typography


class House(NamedTuple):
    """Its choices, its language ("" if it tells none), and what is wrong in them."""

    typography: Typography
    language: str
    findings: list[Finding]


def read_house(text: str, path: str) -> House:
    """Read `langue` and `[typographie]` of a `dossier.toml`, which needs nothing else."""
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return House(STANDARD, "", read_config(text, path)[1])
    findings: list[Finding] = []
    root = Table(TomlFile(path, TomlLines(text), findings), values)
    typography, language = read_typography(root.table("typographie")), root.text("langue")
    return House(typography, language, sorted(findings, key=lambda finding: finding.sort_key))
