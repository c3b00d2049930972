"""Characters that no font of print has: told where they stand, and only if they print."""

from __future__ import annotations

import json
import string
import unicodedata
from collections.abc import Container

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.checking.repertoire import names_of, repertoire_findings, undrawn
from briefing.model.files import RawDossier
from briefing.reading.dossier import read_raw_dossier
from tests.support import CONFIG, extract_text, fiche_text, raw_dossier, shown

LATIN: Container[str] = string.printable + "àâéèêëîïôùûüçœæÀÉÈÊ«»’–…\u0301"
CHINESE = "BR704 no font of print has U+4E2D CJK UNIFIED IDEOGRAPH-4E2D"
ENTRY = {"id": "k", "type": "book", "title": "Le 中", "author": [{"literal": "Claire Martin"}]}


def found(raw: RawDossier) -> list[str]:
    dossier = read_raw_dossier(raw).dossier
    assert dossier is not None
    findings = repertoire_findings(dossier, raw, LATIN)
    assert all(told.code == "BR704" and told.hint and not told.is_error for told in findings)
    return [told.partition(" → ")[0] for told in shown(findings)]


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        (raw_dossier(fiches={"a": fiche_text(title="Le 中 et le 中")}), "a.md:1"),
        (raw_dossier(fiches={"a": fiche_text(extract_text("Le 中 accepte."))}), "a.md:7"),
        (raw_dossier(fiches={"a": fiche_text(extract_text(quotation="le 中"))}), "a.md:8"),
        (raw_dossier(fiches={"a": fiche_text(extract_text(locuteur="Le 中"))}), "a.md:13"),
        (raw_dossier(chapeau="Un.\n\nLe 中.\n"), "chapeau.md:3"),
        (raw_dossier(config=CONFIG.replace("La région", "Le 中")), "dossier.toml:12"),
        (raw_dossier(config=CONFIG.replace("La région", "Le \\u4e2d")), "dossier.toml:0"),
    ],
    ids=["title", "statement", "quotation", "speaker", "chapeau", "key point", "escape of TOML"],
)
def test_each_is_told_where_it_stands(raw: RawDossier, place: str) -> None:
    assert found(raw) == [f"{place} {CHINESE}"]


def test_what_a_bibliography_brings_is_told_at_its_fiche() -> None:
    fiche = f"# \n- clé : k\n\n{extract_text()}"
    config = f'bibliographie = "zotero.json"\n{CONFIG}'
    raw = raw_dossier(config=config, fiches={"a": fiche}, bibliography=json.dumps([ENTRY]))
    assert found(raw) == [f"a.md:1 {CHINESE}"]


@pytest.mark.parametrize(
    "raw",
    [
        raw_dossier(),
        raw_dossier(config=f"# 中\n{CONFIG}"),
        raw_dossier(fiches={"a": fiche_text(extract_text(comment="Le 中."))}),
        raw_dossier(fiches={"a": fiche_text(title="\u00a0e\u0301 \u200b\ufe0f")}),
    ],
    ids=["Latin", "a comment of TOML", "a comment of the analyst", "without a shape"],
)
def test_what_prints_well_or_not_at_all_is_left_in_peace(raw: RawDossier) -> None:
    assert found(raw) == []


def test_the_names_of_many_are_cut() -> None:
    assert names_of("中北").count("CJK") == 2
    assert names_of("中北京文明").count("CJK") == 4
    assert names_of("中北京文明").endswith("…")


@given(st.text())
def test_each_character_is_told_once_and_only_if_its_parts_cant_be_drawn(text: str) -> None:
    told = undrawn(text, LATIN)
    assert len(told) == len(set(told))
    assert set(told) <= set(unicodedata.normalize("NFC", text))
    assert undrawn("".join(told), LATIN) == told or len(told) > 1
    assert not any(sign in LATIN for sign in told)


@given(st.text(alphabet=string.ascii_letters + "éàç ’\u202f\u00ad\u200d"))
def test_french_is_drawn_however_it_is_composed(text: str) -> None:
    assert undrawn(text, LATIN) == []
    decomposed = unicodedata.normalize("NFD", text)
    assert undrawn(decomposed, LATIN) == []
