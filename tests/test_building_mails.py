"""`--format eml` and `--format newsletter`: what they hold, whole or not at all, the same twice."""

from __future__ import annotations

import email
import email.policy
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path
from types import MappingProxyType

import pytest
from PIL import Image

import briefing
from briefing.errors import BriefingError, UsageError
from briefing.houses import find_templates
from briefing.model.audience import Audience
from briefing.model.dossier import Dossier
from briefing.model.mailing import Address, Mailing
from briefing.model.parts import DeclaredFigure, Picture
from tests.builders import audience, dossier, extract, key_point
from tests.imaging.pictures import saved
from tests.rendering.houses import PROMISE, write_house
from tests.support import ROOT

MAILING = Mailing(
    sender=Address("redaction@exemple.fr", "La rédaction"),
    web="https://exemple.fr/notes/{fichier}.html",
)
STEM = "negocier-sans-l-ukraine"
COVERED = {
    "couverture-600.png",
    "couverture-600.jpg",
    "couverture-1200.png",
    "couverture-1200.jpg",
}
PLAIN = {
    *("message.html", "message.txt", "fragment.html", "objet.txt", "preheader.txt"),
    *("LISEZMOI.txt", f"{STEM}.pdf"),
    *("vignette-280.png", "vignette-280.jpg", "vignette-560.png", "vignette-560.jpg"),
}


def made(**changes: object) -> Dossier:
    what = dossier(extract(supports=["k"]), key_points=[key_point("k", "Un point.")])
    return replace(what, mailing=MAILING, **changes)  # type: ignore[arg-type]


def covered() -> Dossier:
    data = saved(Image.new("RGB", (1600, 300), "navy"))
    picture = Picture("image/png", data, 1600, 300, "0" * 64)
    cover = DeclaredFigure("couverture", "a.png", "Une gare", (), "Photo A", picture=picture)
    return made(cover=cover)


def read(path: Path) -> EmailMessage:
    found = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    return found


def parts(message: EmailMessage) -> Iterator[tuple[str, str]]:
    for part in message.walk():
        yield part.get_content_type(), part.get_filename() or ""


def body(message: EmailMessage, kind: str) -> str:
    return str(next(p for p in message.walk() if p.get_content_type() == kind).get_content())


# ---- A message -----------------------------------------------------------------------------


def test_a_message_carries_the_pdf_that_a_build_writes(tmp_path: Path) -> None:
    built = briefing.build(made(), tmp_path, formats=["eml", "pdf"])
    assert [file.path.name for file in built.files] == [f"{STEM}.pdf", f"{STEM}.eml"]
    message = read(tmp_path / f"{STEM}.eml")
    (pdf,) = message.iter_attachments()
    assert pdf.get_filename() == "Négocier sans l’Ukraine.pdf"
    assert pdf.get_content() == (tmp_path / f"{STEM}.pdf").read_bytes()
    assert message["Subject"] == "Négocier sans l’Ukraine\u202f?"
    assert message["Date"].datetime.isoformat() == "2025-11-21T12:00:00+00:00"


def test_the_pdf_that_is_carried_is_written_only_if_it_is_asked_for(tmp_path: Path) -> None:
    built = briefing.build(made(), tmp_path, formats=["eml"])
    assert [path.name for path in tmp_path.iterdir()] == [f"{STEM}.eml"]
    assert [file.path.name for file in built.files] == [f"{STEM}.eml"]


def test_the_link_names_the_file_of_the_audience(tmp_path: Path) -> None:
    to = replace(audience(id_="presse"), formats=("eml",))
    what = replace(made(), audiences=MappingProxyType({"presse": to}))
    briefing.build(what, tmp_path)
    message = read(tmp_path / f"{STEM}-presse.eml")
    for kind in ("text/plain", "text/html"):
        assert f"https://exemple.fr/notes/{STEM}-presse.html" in body(message, kind)


def test_the_cover_stands_in_the_message(tmp_path: Path) -> None:
    briefing.build(covered(), tmp_path, formats=["eml"])
    message = read(tmp_path / f"{STEM}.eml")
    kinds = [kind for kind, _ in parts(message)]
    assert kinds[3] == "multipart/related"
    picture = next(part for part in message.walk() if part.get_content_maintype() == "image")
    assert picture["Content-ID"] == "<couverture@briefing>"
    assert 'src="cid:couverture@briefing"' in body(message, "text/html")
    assert 'alt="Une gare"' in body(message, "text/html")


def test_without_pictures_a_message_has_two_bodies_and_the_pdf(tmp_path: Path) -> None:
    what = replace(covered(), mailing=replace(MAILING, cover=False))
    briefing.build(what, tmp_path, formats=["eml"])
    assert [kind for kind, _ in parts(read(tmp_path / f"{STEM}.eml"))] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "application/pdf",
    ]


def test_the_first_page_stands_beside_the_link_if_it_is_wanted(tmp_path: Path) -> None:
    briefing.build(
        replace(made(), mailing=replace(MAILING, thumbnail=True)), tmp_path, formats=["eml"]
    )
    html = body(read(tmp_path / f"{STEM}.eml"), "text/html")
    assert 'src="cid:vignette@briefing" width="140" height="198"' in html


# ---- What is refused -----------------------------------------------------------------------


def refused(what: Dossier, out: Path, *formats: str) -> BriefingError:
    with pytest.raises(BriefingError) as caught:
        briefing.build(what, out, formats=formats or ("eml",))
    assert not out.exists() or list(out.iterdir()) == []
    return caught.value


def test_a_message_needs_a_sender(tmp_path: Path) -> None:
    fault = refused(replace(made(), mailing=Mailing()), tmp_path / "out", "pdf", "eml")
    assert isinstance(fault, UsageError)
    assert "sender" in str(fault)
    assert "expediteur" in str(fault.hint)


def test_a_message_needs_a_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert "date" in str(refused(replace(made(), date=None), tmp_path / "out"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    briefing.build(replace(made(), date=None), tmp_path / "out", formats=["eml"])
    message = read(tmp_path / "out" / f"{STEM}.eml")
    assert message["Date"].datetime.isoformat() == "2001-09-09T12:00:00+00:00"


def test_a_pdf_that_is_too_large_is_refused_with_what_to_do(tmp_path: Path) -> None:
    small = replace(made(), mailing=replace(MAILING, attachment_limit=20_000))
    fault = refused(small, tmp_path / "out")
    assert "may have 0.0" in str(fault) or "0.02" in str(fault)
    assert "limite" in str(fault.hint)


def test_a_title_breaks_no_header(tmp_path: Path) -> None:
    fault = refused(made(title="Note =?utf-8?q?a=0ABcc:b?="), tmp_path / "out")
    assert "“Subject”" in str(fault)
    briefing.build(made(title="Note\r\nBcc: a@b.fr"), tmp_path / "lines", formats=["eml"])
    (path,) = (tmp_path / "lines").iterdir()
    message = read(path)
    assert message["Bcc"] is None
    assert message["Subject"] == "Note Bcc\u00a0: a@b.fr"


# ---- A folder ------------------------------------------------------------------------------


def folder(out: Path) -> Path:
    return out / f"{STEM}-newsletter"


def test_a_newsletter_is_a_folder(tmp_path: Path) -> None:
    built = briefing.build(covered(), tmp_path, formats=["newsletter"])
    names = {path.name for path in folder(tmp_path).iterdir()}
    assert names == PLAIN | COVERED
    assert {file.path for file in built.files} == set(folder(tmp_path).iterdir())
    assert all(file.path.stat().st_size == file.size for file in built.files)


def test_the_files_of_the_folder_say_what_the_message_says(tmp_path: Path) -> None:
    briefing.build(covered(), tmp_path, formats=["newsletter", "eml"])
    message = read(tmp_path / f"{STEM}.eml")
    files = {path.name: path.read_bytes() for path in folder(tmp_path).iterdir()}
    assert files["objet.txt"].decode() == f"{message['Subject']}\n"
    assert files["message.txt"].decode() == body(message, "text/plain").replace("\r\n", "\n")
    html = body(message, "text/html").replace("\r\n", "\n")
    shown = html.partition('src="cid:couverture@briefing"')
    assert shown[1]
    page = files["message.html"].decode()
    assert page.startswith(shown[0])
    assert page.rstrip().endswith(shown[2].rstrip()[-500:])
    assert files["fragment.html"].decode().strip() in page
    assert "accroche" not in files["fragment.html"].decode()
    for name in PLAIN - {"LISEZMOI.txt"}:
        assert name in files["LISEZMOI.txt"].decode()


def instructions(place: Path, what: Dossier) -> str:
    briefing.build(what, place, formats=["newsletter"])
    return (folder(place) / "LISEZMOI.txt").read_text("utf-8")


def test_the_instructions_name_the_pictures_that_the_message_shows(tmp_path: Path) -> None:
    assert "Déposez" not in instructions(tmp_path / "a", made())
    page = replace(made(), mailing=replace(MAILING, thumbnail=True))
    assert "Déposez vignette-560." in instructions(tmp_path / "b", page)
    both = replace(covered(), mailing=replace(MAILING, thumbnail=True))
    text = " ".join(instructions(tmp_path / "c", both).split())
    assert "Déposez couverture-1200.png et vignette-560." in text
    assert "leurs noms" in text


def test_the_instructions_ask_for_an_address_only_where_there_is_none(tmp_path: Path) -> None:
    assert "« web »" not in instructions(tmp_path / "a", made()).replace("\u202f", " ")
    bare = instructions(tmp_path / "b", replace(made(), mailing=Mailing()))
    assert "«\u202fweb\u202f»" in bare
    assert max(map(len, bare.splitlines())) <= 72
    assert not [line for line in bare.splitlines() if line.lstrip()[:1] in set("»:;!?")]


def test_pictures_of_an_earlier_build_go(tmp_path: Path) -> None:
    briefing.build(covered(), tmp_path, formats=["newsletter"])
    (folder(tmp_path) / "notes.txt").write_text("à moi", "utf-8")
    briefing.build(made(), tmp_path, formats=["newsletter"])
    names = {path.name for path in folder(tmp_path).iterdir()}
    assert names == PLAIN | {"notes.txt"}


def test_a_newsletter_needs_no_sender(tmp_path: Path) -> None:
    briefing.build(replace(made(), mailing=Mailing()), tmp_path, formats=["newsletter"])
    assert "joint" in (folder(tmp_path) / "message.txt").read_text("utf-8")


# ---- Too large -----------------------------------------------------------------------------


def test_an_email_that_is_too_large_is_shortened_and_says_so(tmp_path: Path) -> None:
    points = [key_point(f"k{i}", f"Le point {i} : {'mot ' * 6000}fin.") for i in range(5)]
    long = replace(made(), key_points=tuple(points))
    built = briefing.build(long, tmp_path, formats=["newsletter"])
    (found,) = built.findings
    assert found.code == "BR374"
    assert "sources, positions, points-clés" in str(found.message)
    html = (folder(tmp_path) / "message.html").read_text("utf-8")
    assert len(html.encode()) <= 90_000
    assert "Le point 2" in html
    assert "Le point 3" not in html
    assert "Le point 3" not in (folder(tmp_path) / "message.txt").read_text("utf-8")


def test_one_that_stays_too_large_says_so(tmp_path: Path) -> None:
    long = made(key_points=(key_point("k", f"{'mot ' * 30_000}fin."),))
    findings = briefing.build(long, tmp_path, formats=["newsletter"]).findings
    assert [finding.code for finding in findings] == ["BR374", "BR374"]
    assert "all the same" in str(findings[1].message)


# ---- The same bytes ------------------------------------------------------------------------


def test_two_builds_in_two_processes_give_the_same_bytes(tmp_path: Path) -> None:
    outs = [tmp_path / "un", tmp_path / "deux"]
    shutil.copytree(ROOT / "briefing" / "starter", tmp_path / "d")
    config = tmp_path / "d" / "dossier.toml"
    mailing = '\n[courriel]\nexpediteur = "Été <a@exemple.fr>"\nvignette = true\n'
    config.write_text(config.read_text("utf-8") + mailing, "utf-8")
    for number, out in enumerate(outs):
        subprocess.run(
            [
                *(sys.executable, "-m", "briefing", "build", tmp_path / "d"),
                *("--out", out, "--format", "eml,newsletter"),
            ],
            check=True,
            capture_output=True,
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": str(number)},
        )
    first, second = (
        {path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()}
        for out in outs
    )
    assert len(first) == 12
    assert first == second


@pytest.mark.parametrize("format_", ["eml", "newsletter"])
def test_a_house_makes_its_email_in_a_process_of_its_own(tmp_path: Path, format_: str) -> None:
    text = f'{{% extends "email.html.j2" %}}\n{PROMISE}\n'
    logo = "{% block logo %}<p>{{ briefing.title }}</p>{% endblock %}\n"
    plain = write_house(tmp_path / "a", {"complet/email.html.j2": text})
    own = write_house(tmp_path / "b", {"complet/email.html.j2": text + logo})
    built = [
        briefing.build(
            covered(),
            tmp_path / name,
            formats=[format_],
            templates=find_templates(None, [house]) if house else None,
        )
        for name, house in (("ours", None), ("plain", plain), ("own", own))
    ]
    ours, same, other = (
        {file.path.name: file.path.read_bytes() for file in build.files} for build in built
    )
    assert ours == same
    assert ours.keys() == other.keys()
    assert ours != other


def test_a_house_whose_email_leads_out_is_refused(tmp_path: Path) -> None:
    text = f'{{% extends "email.html.j2" %}}\n{PROMISE}\n'
    spy = '{% block logo %}<img src="https://exemple.fr/spy.png" alt="">{% endblock %}\n'
    house = write_house(tmp_path / "a", {"complet/email.html.j2": text + spy})
    with pytest.raises(BriefingError) as caught:
        briefing.build(
            made(), tmp_path / "out", formats=["eml"], templates=find_templates(None, [house])
        )
    assert "spy.png" in str(caught.value)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("beside", ["briefing.html.j2", "email.html.j2", ""])
def test_a_house_style_sheet_has_its_say(tmp_path: Path, beside: str) -> None:
    files = {"complet/email.css": ".headline { color: #abcdef; }\n"}
    if beside:
        text = f'{{% extends "complet/{beside}" %}}\n{PROMISE}\n'
        files[f"complet/{beside}"] = text
    house = write_house(tmp_path / "a", files)
    briefing.build(
        made(), tmp_path, formats=["newsletter"], templates=find_templates(None, [house])
    )
    html = (folder(tmp_path) / "message.html").read_text("utf-8")
    assert 'class="headline" style="' in html
    assert "color:#abcdef" in html


def test_a_drawing_in_an_email_is_told(tmp_path: Path) -> None:
    text = f'{{% extends "email.html.j2" %}}\n{PROMISE}\n'
    logo = '{% block logo %}<img src="{{ asset("a.svg") }}" alt="Maison">{% endblock %}'
    house = write_house(tmp_path / "a", {"complet/email.html.j2": text + logo})
    (house / "complet" / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "utf-8"
    )
    built = briefing.build(
        made(), tmp_path, formats=["newsletter"], templates=find_templates(None, [house])
    )
    (found,) = built.findings
    assert found.code == "BR375"
    assert found.path == str(house / "complet" / "email.html.j2")
    assert "SVG" in str(found.message)


@pytest.mark.parametrize("format_", ["eml", "newsletter"])
def test_a_picture_of_a_house_goes_beside_the_page(tmp_path: Path, format_: str) -> None:
    text = f'{{% extends "email.html.j2" %}}\n{PROMISE}\n'
    twice = """{% block logo %}{% for i in range(2) %}
    <img src="{{ asset("logo.png") }}" width="20" height="20" alt="Logo">
    {% endfor %}{% endblock %}"""
    house = write_house(tmp_path / "a", {"complet/email.html.j2": text + twice})
    logo = saved(Image.new("RGB", (20, 20), "red"))
    (house / "logo.png").write_bytes(logo)
    briefing.build(made(), tmp_path, formats=[format_], templates=find_templates(None, [house]))
    if format_ == "newsletter":
        html = (folder(tmp_path) / "message.html").read_text("utf-8")
        assert html.count('src="image-1.png"') == 2
        assert (folder(tmp_path) / "image-1.png").read_bytes() == logo
        return
    message = read(tmp_path / f"{STEM}.eml")
    html = body(message, "text/html")
    assert html.count('src="cid:image-1@briefing"') == 2
    assert "data:" not in html
    (picture,) = (p for p in message.walk() if p.get_content_maintype() == "image")
    assert picture["Content-ID"] == "<image-1@briefing>"
    assert picture.get_content() == logo


def test_every_audience_of_the_sample_has_its_email(sample: Dossier, tmp_path: Path) -> None:
    names = ["complet", "decideurs", "presse", "chercheur"]
    built = briefing.build(sample, tmp_path, audiences=names, formats=["eml"])
    assert [file.path.suffix for file in built.files] == [".eml"] * 4
    for file in built.files:
        message = read(file.path)
        assert message["Subject"] == "Trump-Poutine\u00a0: négocier l’Ukraine sans l’Ukraine\u202f?"
        assert len(body(message, "text/html").encode()) < 90_000
        assert max(map(len, file.path.read_bytes().split(b"\r\n"))) <= 998


def test_a_page_limit_is_that_of_the_pdf_that_is_carried(tmp_path: Path) -> None:
    to: Audience = replace(audience(), pages=1, formats=("eml",))
    long = made(introduction=tuple(dossier(introduction="Un mot. " * 3000).introduction))
    what = replace(long, audiences=MappingProxyType({"complet": to}))
    with pytest.raises(BriefingError, match="may have 1"):
        briefing.build(what, tmp_path / "out")
