"""The e-mail of the sample, for each audience: read by others, fit for their programs, valid."""

from __future__ import annotations

import hashlib
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from tests.support import ROOT, invoke, write_dossier
from tests.validation.mail_parsers import READERS, Seen, by_ripmime
from tests.validation.mail_support import ALLOWED, UNKNOWN, Found, lint, unallowed
from tests.validation.mails import SUBJECT
from tests.validation.test_html import check
from tests.validation.test_mail_parsers import SHAPE

pytestmark = [pytest.mark.validation]

AUDIENCES = ("complet", "decideurs", "presse", "chercheur")
LARGEST = 102_000
"""Bytes of HTML above which Gmail cuts a message."""
HARD = "hard"
FAULTY = '<!DOCTYPE html><html lang="fr"><title>a</title><p id=a style="display:grid;filter:none"><b id=a>a</b></html>'


@pytest.fixture(scope="session")
def letters(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The messages by audience, and one whose subject is as hard as can be."""
    out = tmp_path_factory.mktemp("letters")
    made = {}
    for name in AUDIENCES:
        build = ("build", ROOT / "seeds", "--audience", name, "--format", "eml")
        made[name] = _built(*build, "--out", out / name)
    folder = write_dossier(out / "dossier")
    config = folder / "dossier.toml"
    mailing = f'[courriel]\nobjet = "{SUBJECT.strip()}"\nexpediteur = "Ève <eve@exemple.org>"\n'
    config.write_text(f"{config.read_text('utf-8')}\n{mailing}", "utf-8")
    made[HARD] = _built("build", folder, "--format", "eml", "--out", out / HARD)
    return made


def _built(*arguments: str | Path) -> bytes:
    result = invoke(*arguments)
    assert result.exit_code == 0, result.output
    (file,) = Path(arguments[-1]).glob("*.eml")
    return file.read_bytes()


@pytest.fixture(scope="session")
def pages(letters: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The HTML of each, and a page that is wrong."""
    folder = tmp_path_factory.mktemp("pages")
    texts = {name: _html(letter) for name, letter in letters.items()} | {"faulty": FAULTY}
    made = {name: folder / f"{name}.html" for name in texts}
    for name, page in made.items():
        page.write_text(texts[name], "utf-8")
    return made


def _html(letter: bytes) -> str:
    message = message_from_bytes(letter, policy=default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("html",))
    assert isinstance(body, EmailMessage)
    return str(body.get_content())


# ---- Parsers -------------------------------------------------------------------------------


def _bare(seen: Seen) -> tuple[object, ...]:
    return seen.subject, [(part.type, part.name, part.sha256) for part in seen.parts]


@pytest.mark.parametrize("name", [*AUDIENCES, HARD])
def test_every_parser_reads_the_same(name: str, letters: dict[str, bytes]) -> None:
    seen = {reader: read(letters[name]) for reader, read in READERS.items()}
    first = seen["python"]
    assert {reader: _bare(each) for reader, each in seen.items()} == dict.fromkeys(
        seen, _bare(first)
    )
    assert {each.tree for each in seen.values()} <= {first.tree, None}
    assert first.parts[-1].type == "application/pdf"
    assert first.parts[-1].name.endswith(".pdf")
    files = {part.sha256 for part in first.parts if not part.type.startswith("text/")}
    assert files <= by_ripmime(letters[name])


def test_the_sample_has_the_shape_agreed(letters: dict[str, bytes]) -> None:
    tree = READERS["python"](letters["complet"]).tree
    assert str(tree).replace("image/jpeg", "image/png") == str(SHAPE)


def test_a_hard_subject_comes_whole(letters: dict[str, bytes]) -> None:
    subject = READERS["MIME-tools"](letters[HARD]).subject
    for sign, plain in {"\u00a0": " ", "\u202f": " ", "\u2060": ""}.items():  # as it is set
        subject = subject.replace(sign, plain)
    assert subject == SUBJECT.strip()


def test_the_pdf_is_a_whole_one(letters: dict[str, bytes]) -> None:
    message = message_from_bytes(letters["presse"], policy=default)
    assert isinstance(message, EmailMessage)
    (pdf,) = message.iter_attachments()
    data = pdf.get_content()
    assert data.startswith(b"%PDF-1.7")
    assert hashlib.sha256(data).hexdigest() == READERS["mblaze"](letters["presse"]).parts[-1].sha256


# ---- Programs of mail ----------------------------------------------------------------------


@pytest.fixture(scope="session")
def linted(pages: dict[str, Path]) -> dict[str, Found]:
    """What isn't supported everywhere; the linter is started once for all."""
    return lint(list(pages.values()))


@pytest.mark.parametrize("name", [*AUDIENCES, HARD])
def test_the_page_needs_nothing_that_programs_lack(name: str, linted: dict[str, Found]) -> None:
    assert list(unallowed(linted[name])) == []


def test_every_entry_of_the_list_is_needed_and_says_why(linted: dict[str, Found]) -> None:
    used = {feature for name in AUDIENCES for feature in linted[name]}
    assert set(ALLOWED) == used
    assert all(allowed.reason for allowed in ALLOWED.values())
    gone = {
        (feature, client)
        for name in AUDIENCES
        for feature, clients in linted[name].items()
        for client, support in clients.items()
        if support.startswith("none")
    }
    assert gone == {(feature, client) for feature, a in ALLOWED.items() for client in a.without}


def test_the_linter_tells_what_programs_lack(linted: dict[str, Found]) -> None:
    told = "\n".join(unallowed(linted["faulty"]))
    assert "display:grid" in told
    assert "filter: not on the list" in told


def test_no_message_is_cut(pages: dict[str, Path]) -> None:
    assert all(len(pages[name].read_bytes()) < LARGEST for name in AUDIENCES)


# ---- HTML ----------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def messages(pages: dict[str, Path]) -> dict[str, list[str]]:
    """What the Nu HTML checker says; it is started once for all."""
    return check(pages, UNKNOWN)


@pytest.mark.parametrize("name", [*AUDIENCES, HARD])
def test_the_page_is_valid(name: str, messages: dict[str, list[str]]) -> None:
    assert messages[name] == []


def test_the_checker_tells_what_is_not_valid(messages: dict[str, list[str]]) -> None:
    assert messages["faulty"]
