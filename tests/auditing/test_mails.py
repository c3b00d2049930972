"""E-mails audited: what is withheld is found in whichever part of them it stands."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

import briefing
from briefing import audit
from briefing.auditing import Needles, find_needles
from briefing.clearing import clear
from briefing.mailing.composing import compose
from briefing.mailing.letter import Enclosure, Inline
from briefing.model.mailing import Address
from briefing.model.vocabulary import Tlp
from briefing.reading.built_in_audiences import BUILT_IN
from tests.auditing.carriers import CARRIERS
from tests.builders import dossier, extract, key_point
from tests.mailing.test_composing import LETTER
from tests.support import invoke

WITHHELD = "La région paierait secrètement la moitié du déficit de la ligne de nuit."
PUBLIC = replace(BUILT_IN["complet"], clearance=Tlp.CLEAR)


def needles() -> Needles:
    whole = dossier(
        extract(), key_points=[replace(key_point("secret", WITHHELD), tlp=Tlp.RED), key_point("k")]
    )
    return find_needles(whole, clear(whole, PUBLIC).dossier, PUBLIC, ours=audit._ours())


def leaks(files: dict[str, bytes]) -> list[str]:
    report = audit.audit_data(files, needles(), "public")
    assert [file.unread for file in report.files] == [()] * len(files)
    return [str(leak.needle.id) for file in report.files for leak in file.leaks]


def pdf() -> bytes:
    return next(
        data
        for name, data in (make(WITHHELD) for make in CARRIERS.values())
        if name.endswith("pdf")
    )


def picture() -> bytes:
    sink, about = io.BytesIO(), PngInfo()
    about.add_itxt("Description", WITHHELD)
    Image.new("RGB", (3, 3)).save(sink, "PNG", pnginfo=about)
    return sink.getvalue()


PARTS: dict[str, Callable[[], bytes]] = {
    "subject": lambda: compose(replace(LETTER, subject=WITHHELD)),
    "sender": lambda: compose(replace(LETTER, sender=Address("a@b.fr", WITHHELD))),
    "text": lambda: compose(replace(LETTER, text=f"Bonjour,\n\n{WITHHELD}\n")),
    "wrapped text": lambda: compose(replace(LETTER, text=WITHHELD.replace(" ", "\n"))),
    "html": lambda: compose(replace(LETTER, html=f"<p>{WITHHELD.replace(' ', '&nbsp;')}</p>")),
    "preheader": lambda: compose(
        replace(LETTER, html=f'<div style="display:none">{WITHHELD}</div><p>Bonjour</p>')
    ),
    "comment": lambda: compose(replace(LETTER, html=f"<p>Bonjour</p><!-- {WITHHELD} -->")),
    "alternative text": lambda: compose(
        replace(LETTER, html=f'<img src="cid:a" alt="{WITHHELD}">')
    ),
    "picture": lambda: compose(
        replace(LETTER, inline=(Inline("a@briefing", "a.png", "image/png", picture()),))
    ),
    "name of a picture": lambda: compose(
        replace(LETTER, inline=(Inline("a@briefing", f"{ascii_(WITHHELD)}.png", "image/png", b""),))
    ),
    "attached PDF": lambda: compose(
        replace(LETTER, enclosures=(Enclosure("a.pdf", "a.pdf", "application/pdf", pdf()),))
    ),
    "name of the PDF": lambda: compose(
        replace(
            LETTER, enclosures=(Enclosure(f"{WITHHELD}.pdf", "a.pdf", "application/pdf", b"%"),)
        )
    ),
}


def ascii_(text: str) -> str:
    return unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode()


def test_a_message_without_it_is_clean() -> None:
    clean = replace(LETTER, enclosures=(replace(LETTER.enclosures[0], data=b"bonjour"),))
    assert leaks({"a.eml": compose(clean)}) == []


@pytest.mark.parametrize("part", PARTS)
def test_it_is_found_in_each_part_of_a_message(part: str) -> None:
    found = audit.audit_data({"a.eml": PARTS[part]()}, needles(), "public")
    assert "secret" in [leak.needle.id for file in found.files for leak in file.leaks]


# ---- A folder, by the command line ---------------------------------------------------------

CONFIG = """
titre = "Un train de nuit"
date = "2025-06-02"

[publics.presse]
formats = ["newsletter"]

[[points-cles]]
id = "dit"
texte = "La région se prononcera en juin."

[[points-cles]]
id = "tu"
texte = "La région paierait secrètement la moitié du déficit."
tlp = "red"
"""
FICHE = """# Une note

- date : 2025-05-20

## La région se prononcera.
> la région se prononcera
- id : annonce
- nature : contexte
- appuie : dit, tu
- statut : fait
"""
HIDDEN = "La région paierait secrètement la moitié du déficit."


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("mails")
    (place / "d").mkdir()
    (place / "d" / "dossier.toml").write_text(CONFIG, "utf-8")
    (place / "d" / "note.md").write_text(FICHE, "utf-8")
    what = briefing.read_dossier(place / "d").dossier
    assert what is not None
    briefing.build(what, place / "out")
    return place


def audited(place: Path) -> tuple[int, str]:
    result = invoke("audit", place / "out", "--dossier", place / "d", "--audience", "presse")
    return result.exit_code, result.output


def test_a_folder_that_a_build_made_is_clean(built: Path) -> None:
    code, shown = audited(built)
    assert code == 0, shown
    assert "11 files" in shown


@pytest.mark.parametrize(
    "name",
    ["message.html", "message.txt", "fragment.html", "objet.txt", "preheader.txt", "LISEZMOI.txt"],
)
def test_what_is_put_into_a_file_of_the_folder_is_found(built: Path, name: str) -> None:
    (path,) = (built / "out").rglob(name)
    kept = path.read_text("utf-8")
    try:
        path.write_text(f"{kept}\n{HIDDEN}\n", "utf-8")
        code, shown = audited(built)
    finally:
        path.write_text(kept, "utf-8")
    assert code == 1
    assert name in shown


def test_build_audits_the_email_before_it_writes_any(built: Path, tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    told = f'{CONFIG}\n[courriel]\naccroche = "{HIDDEN}"\n'
    (tmp_path / "d" / "dossier.toml").write_text(told, "utf-8")
    (tmp_path / "d" / "note.md").write_text(FICHE, "utf-8")
    result = invoke("build", tmp_path / "d", "--out", tmp_path / "out", "--audit")
    assert result.exit_code == 1, result.output
    assert not (tmp_path / "out").exists()
    assert "preheader.txt" in result.output
