"""`[courriel]`: what it gives, and each fault at its line."""

from __future__ import annotations

import pytest

from briefing.model.mailing import ATTACHMENT_LIMIT, NO_MAILING, Address, Mailing
from briefing.reading.config import read_config
from tests.support import CONFIG

WHOLE = """
[courriel]
objet = "Un train de nuit : où en est-on ?"
accroche = "Ce que paierait la région."
expediteur = "La rédaction <redaction@exemple.fr>"
repondre-a = "contact@exemple.fr"
web = "https://exemple.fr/notes/{fichier}.html"
limite = 5
couverture = false
vignette = true

[courriel.en-tetes]
list-id = "Notes <notes.exemple.fr>"
List-Unsubscribe = "<mailto:stop@exemple.fr>"
"""
FIRST = CONFIG.count("\n") + 2
"""The line of `[courriel]`."""


def read(text: str, config: str = CONFIG) -> tuple[Mailing, list[str]]:
    dossier, findings = read_config(config + text, "d.toml")
    assert dossier is not None
    shown = [f"{f.path}:{f.line} {f.code} {f.message}" for f in findings]
    return dossier.mailing, shown


def faults(lines: str) -> list[str]:
    return read(f"\n[courriel]\n{lines}\n")[1]


def test_all_of_it_is_read() -> None:
    mailing, found = read(WHOLE)
    assert found == []
    assert mailing == Mailing(
        subject="Un train de nuit : où en est-on ?",
        preheader="Ce que paierait la région.",
        sender=Address("redaction@exemple.fr", "La rédaction"),
        reply_to=Address("contact@exemple.fr"),
        web="https://exemple.fr/notes/{fichier}.html",
        headers=(
            ("List-Id", "Notes <notes.exemple.fr>"),
            ("List-Unsubscribe", "<mailto:stop@exemple.fr>"),
        ),
        attachment_limit=5_000_000,
        cover=False,
        thumbnail=True,
    )
    assert (mailing.path, mailing.line) == ("d.toml", FIRST)


def test_without_it_nothing_is_told() -> None:
    assert read("") == (NO_MAILING, [])


def test_what_it_leaves_out_has_its_default() -> None:
    mailing, found = read('\n[courriel]\nobjet = "Note"\n')
    assert found == []
    assert mailing == Mailing(subject="Note")
    assert mailing.attachment_limit == ATTACHMENT_LIMIT == 10_000_000
    assert mailing.cover
    assert not mailing.thumbnail


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (r'objet = "Note\r\nBcc: a@b.fr"', "BR371 a header holds one line"),
        (r'accroche = "Note\u0000"', "BR371 a header holds one line"),
        ('objet = "=?utf-8?q?a=0A?="', "BR371 “=?utf-8?q?” would be read"),
        ('expediteur = "La rédaction"', "BR370 “La rédaction” isn't an address"),
        (r'expediteur = "a\nBcc: c@d.fr <a@b.fr>"', "BR370 a header holds one line"),
        ('repondre-a = "rédaction@exemple.fr"', "BR370 “rédaction@exemple.fr” has accents"),
        ('web = "exemple.fr"', "BR373 “exemple.fr” is no address of a page"),
        ('web = "javascript:alert(1)"', "BR373 “javascript:alert(1)” is no address"),
        ("web = 'https://exemple.fr/\"onclick=x'", "BR373"),
        ('web = "https://exemple.fr/{titre}"', "BR373"),
        ("limite = 0", "BR330 “limite” is a number of megabytes"),
        ("limite = 101", "BR330 “limite” is a number of megabytes"),
        ('limite = "dix"', "BR301"),
        ('sujet = "Note"', "BR201 unknown key “sujet”"),
        ("vignette = 1", "BR301"),
    ],
)
def test_a_fault_is_told_at_its_line(line: str, told: str) -> None:
    (found,) = faults(line)
    assert found.startswith(f"d.toml:{FIRST + 1} {told}")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('List-Unsubscribe-Post = "List-Unsubscribe=One-Click"', "promises what nobody serves"),
        ('Bcc = "a@b.fr"', "“Bcc” is no header of a list"),
        ('List-Unsubscribe = "stop@exemple.fr"', "is written: <mailto:…>"),
        (r'List-Help = "<mailto:a@b.fr>\nBcc: x"', "holds one line"),
    ],
)
def test_a_header_that_none_may_give_is_told(line: str, told: str) -> None:
    (found,) = read(f"\n[courriel.en-tetes]\n{line}\n")[1]
    assert found.startswith(f"d.toml:{FIRST + 1} BR372")
    assert told in found


def test_a_title_that_would_be_the_subject_must_be_fit_for_it() -> None:
    config = CONFIG.replace("Un train", r"Un\ntrain")
    sender = '\n[courriel]\nexpediteur = "a@b.fr"\n'
    (found,) = read(sender, config)[1]
    assert found.startswith("d.toml:1 BR371")
    assert read(f'{sender}objet = "Note"\n', config)[1] == []
    assert read("", config)[1] == []
