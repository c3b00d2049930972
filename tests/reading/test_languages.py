"""`langue` is the frame's language, `langue-des-textes` that of what it holds."""

from __future__ import annotations

import pytest

from briefing.model.languages import FRAMES
from briefing.reading.config import read_config
from tests.support import CONFIG, extract_text, fiche_text, read, shown

HEAD = 'titre = "T"\n'


def languages(*lines: str) -> tuple[str, str]:
    dossier, findings = read_config(HEAD + "\n".join(lines), "d.toml")
    assert dossier is not None
    assert findings == []
    return dossier.language, dossier.text_language


def told(*lines: str) -> list[str]:
    return shown(read_config(HEAD + "\n".join(lines), "d.toml")[1])


@pytest.mark.parametrize("language", FRAMES)
def test_every_frame_can_be_named(language: str) -> None:
    assert languages(f'langue = "{language}"')[0] == language
    assert languages(f'langue = "{language.upper()}"')[0] == language
    assert languages(f'langue = "{language.replace("-", "_")}"')[0] == language


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        ((), "fr"),
        (('langue = "fr-CH"',), "fr-CH"),
        (('langue = "en"',), "fr"),
        (('langue = "en"', 'langue-des-textes = "en-GB"'), "en-GB"),
        (('langue-des-textes = "es"',), "es"),
    ],
)
def test_texts_are_french_unless_they_say_otherwise(lines: tuple[str, ...], texts: str) -> None:
    assert languages(*lines)[1] == texts


def test_another_frame_is_refused_and_the_known_ones_are_named() -> None:
    (fault,) = told('langue = "es"')
    assert fault.startswith("d.toml:2 BR204")
    assert all(language in fault for language in FRAMES)


def test_a_near_miss_is_proposed() -> None:
    (fault,) = told('langue = "en-GP"')
    assert "did you mean “en-GB”?" in fault


@pytest.mark.parametrize(
    ("given", "near"), [("Anglais", "en"), ("français", "fr"), ("german", "de")]
)
def test_the_name_of_a_language_is_no_tag(given: str, near: str) -> None:
    (fault,) = told(f'langue = "{given}"')
    assert fault.endswith(f"→ did you mean “{near}”?")


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("anglais", "did you mean “en”?"),
        ("Ukrainien", "did you mean “uk”?"),
        ("ar_EG", "did you mean “ar-EG”?"),
        ("klingon", "write a tag of BCP 47: “fr”, “en”, “de-AT”"),
        ("a b", "write a tag of BCP 47: “fr”, “en”, “de-AT”"),
        ("<b>", "write a tag of BCP 47: “fr”, “en”, “de-AT”"),
    ],
)
def test_what_is_no_tag_is_refused(given: str, hint: str) -> None:
    (fault,) = told(f'langue-des-textes = "{given}"')
    assert fault == f"d.toml:2 BR204 “{given}” is no language tag → {hint}"


def test_a_frame_in_doubt_is_french() -> None:
    dossier, _ = read_config(HEAD + 'langue = "klingon"', "d.toml")
    assert dossier is not None
    assert (dossier.language, dossier.text_language) == ("fr", "fr")


@pytest.mark.parametrize(
    ("head", "fiche", "language"),
    [
        ("", "", ""),
        ('langue = "en"\n', "", ""),
        ('langue-des-textes = "en"\n', "", "en"),
        ('langue-des-textes = "en"\n', "fr", "fr"),
    ],
)
def test_a_document_is_in_the_language_of_texts_that_are_not_french(
    head: str, fiche: str, language: str
) -> None:
    tag = f"\n- langue : {fiche}\n- type" if fiche else "\n- type"
    text = fiche_text(extract_text()).replace("\n- type", tag)
    dossier = read(config=head + CONFIG, fiches={"martin-2025": text}).dossier
    assert dossier is not None
    assert [source.language for source in dossier.sources] == [language]
