"""`briefing send`: what it says before and after, when it sends, what a script reads."""

from __future__ import annotations

import _socket
import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.sending.listmonk.standing_in import Listmonk, standing_in
from tests.sending.listmonk.test_draft import write_newsletter
from tests.sending.posting import Office, message, opened
from tests.support import invoke, run_briefing


@pytest.fixture(autouse=True)
def loopback(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let connections to this machine through; have no credentials or journals of the user."""

    def connect(self: socket.socket, address: tuple[str, int]) -> None:
        assert address[0] == "127.0.0.1"
        _socket.socket.connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    for name in ("SMTP_USER", "SMTP_PASSWORD", "LISTMONK_USER", "LISTMONK_TOKEN"):
        monkeypatch.delenv(f"BRIEFING_{name}", raising=False)


@pytest.fixture
def office() -> Iterator[Office]:
    with opened() as server:
        yield server


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.eml"
    path.write_bytes(message())
    return path


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "people.txt"
    path.write_text("# readers\nJean <jean@a.fr>\nluc@a.fr\nzoe@a.fr\nLUC@a.fr\n", "utf-8")
    return path


def by(office: Office) -> list[str]:
    return ["--smtp", f"127.0.0.1:{office.port}", "--security", "plain", "--wait", "0"]


def test_one_recipient_gets_it_at_once(office: Office, note: Path) -> None:
    result = invoke("send", note, *by(office), "--to", "Jean <jean@a.fr>")
    assert result.exit_code == 0, result.output
    assert list(office.copies) == ["jean@a.fr"]
    assert "Message: Un train de nuit pour Valmont (" in result.output
    assert "Attached: Été.pdf" in result.output
    assert "From: Institut Valmont <lettre@valmont.example>" in result.output
    assert "(in clear, to this machine alone)" in result.output
    assert "To: 1 recipient · 1 to be sent" in result.output
    assert result.output.endswith("1 sent\n")


def test_more_than_one_only_with_yes(office: Office, note: Path, people: Path) -> None:
    shown = invoke("send", note, *by(office), "--list", people, "--rate", "2/s")
    assert shown.exit_code == 0
    assert "3 recipients · 3 to be sent" in shown.output
    assert "people.txt:5: “LUC@a.fr” stands at" in shown.output
    assert "At 2/s: at least 1\u00a0s" in shown.output
    assert "Nothing was sent: with --yes, 3 messages would be." in shown.output
    assert office.sessions == 0

    done = invoke("send", note, *by(office), "--list", people, "--yes")
    assert done.exit_code == 0
    assert office.copies == {"jean@a.fr": 1, "luc@a.fr": 1, "zoe@a.fr": 1}
    again = invoke("send", note, *by(office), "--list", people, "--yes")
    assert again.output.endswith("Nothing is left to be sent.\n3 sent by an earlier run\n")
    again = invoke("send", note, *by(office), "--list", people)
    assert "0 to be sent · 3 sent by an earlier run" in again.output
    assert "Nothing is left to be sent." in again.output


def test_a_folder_is_no_message(office: Office, tmp_path: Path) -> None:
    result = invoke("send", tmp_path, *by(office), "--to", "jean@a.fr")
    assert result.exit_code == 2
    assert "is a folder, not a message" in result.output
    assert "--listmonk" in result.output


def test_it_says_how_long_a_rate_takes(office: Office, note: Path, people: Path) -> None:
    shown = invoke("send", note, *by(office), "--list", people, "--rate", "1/min")
    assert "At 1/min: at least 2.0\u00a0min" in shown.output


def test_where_nothing_answers_it_says_once_what_to_do(note: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
        result = invoke("send", note, "--smtp", place, "--security", "plain", "--to", "j@a.fr")
    assert result.exit_code == 3
    assert "check --smtp HOST:PORT" in result.output
    assert result.output.count("goes on from here") == 1


def test_a_dry_run_sends_nothing(office: Office, note: Path) -> None:
    result = invoke("send", note, *by(office), "--to", "jean@a.fr", "--dry-run", "--yes")
    assert result.exit_code == 0
    assert "this was a dry run" in result.output
    assert office.sessions == 0


def test_a_script_reads_what_became_of_each(office: Office, note: Path, people: Path) -> None:
    office.rcpt = lambda address: "550 unknown" if address == "luc@a.fr" else None
    office.taken = lambda address: "" if address == "zoe@a.fr" else None
    arguments: list[str | Path] = ["send", note, *by(office), "--list", people, "--json"]
    before = json.loads(invoke(*arguments).stdout)
    assert before["dry_run"] is True
    assert before["counts"]["untried"] == 3

    result = invoke(*arguments, "--yes")
    assert result.exit_code == 1
    report: dict[str, Any] = json.loads(result.stdout)
    assert report["dry_run"] is False
    assert report["counts"] == {
        "sent": 1,
        "refused": 1,
        "deferred": 0,
        "uncertain": 1,
        "untried": 0,
    }
    assert report["stopped"] is None
    assert len(report["duplicates"]) == 1
    assert Path(report["journal"]).is_file()
    one = {entry["address"]: entry for entry in report["recipients"]}
    assert (one["luc@a.fr"]["code"], one["luc@a.fr"]["reason"]) == (550, "550 unknown")
    assert one["jean@a.fr"]["name"] == "Jean"
    assert one["jean@a.fr"]["message_id"].encode() in office.received[0][1]

    after = json.loads(invoke(*arguments).stdout)
    assert {entry["address"]: entry["earlier"] for entry in after["recipients"]} == {
        "jean@a.fr": True,
        "luc@a.fr": True,
        "zoe@a.fr": True,
    }


def test_what_isn_t_sent_is_told(office: Office, note: Path, people: Path) -> None:
    office.rcpt = lambda address: "450 later" if address == "luc@a.fr" else None
    office.taken = lambda address: "" if address == "zoe@a.fr" else None
    result = invoke("send", note, *by(office), "--list", people, "--yes", "--attempts", "2")
    assert result.exit_code == 1
    assert "luc@a.fr: put off – 450 later" in result.output
    assert "zoe@a.fr: uncertain – the server closed the connection" in result.output
    assert "1 sent · 1 put off · 1 uncertain" in result.output
    assert "--retry-uncertain" in result.output
    assert "goes on from here" in result.output


def test_a_server_that_stops_it(office: Office, note: Path, people: Path) -> None:
    office.mail = lambda _address: "530 authentication required"
    result = invoke("send", note, *by(office), "--list", people, "--yes", "--json")
    assert result.exit_code == 3
    assert "530" in json.loads(result.stdout)["stopped"]
    assert "Error: the server takes nothing from lettre@valmont.example" in result.stderr
    assert "(--user)" in result.stderr


def test_all_bad_lines_are_told_and_nothing_is_sent(
    office: Office, note: Path, people: Path
) -> None:
    people.write_text("jean@a.fr\nluc\nzoe@\n", "utf-8")
    result = invoke("send", note, *by(office), "--list", people, "--yes")
    assert result.exit_code == 1
    assert "people.txt:2: “luc” isn't an address" in result.stderr
    assert "people.txt:3: “zoe@” isn't an address" in result.stderr
    assert office.sessions == 0


def test_lines_of_the_journal_that_a_crash_spoilt_are_told(
    office: Office, note: Path, tmp_path: Path
) -> None:
    journal = tmp_path / "journal.jsonl"
    journal.write_bytes(b'{"message": "torn')
    result = invoke("send", note, *by(office), "--to", "jean@a.fr", "--journal", journal)
    assert result.exit_code == 0
    assert "1 line of the journal can't be read" in result.output
    assert journal.read_bytes().startswith(b'{"message": "torn\n{"message"')


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "give --smtp HOST or --listmonk URL"),
        (["--smtp", "a.fr", "--listmonk", "https://a.fr"], "one of them"),
        (["--smtp", "a.fr", "--lists", "1"], "--lists goes with --listmonk alone"),
        (
            ["--listmonk", "https://a.fr", "--retry-refused"],
            "--retry-refused goes with --smtp alone",
        ),
        (["--listmonk", "https://a.fr"], "--lists 1,2"),
        (["--listmonk", "https://a.fr", "--lists", "1,x"], "isn't a list of numbers"),
        (["--smtp", "a b"], "isn't a server"),
        (["--smtp", "a.fr"], "nobody to send to"),
        (["--smtp", "a.fr", "--to", "a@b.fr", "--rate", "fast"], "isn't a rate"),
        (["--smtp", "a.fr", "--to", "a@b.fr", "--sender", "x"], "“x” isn't an address"),
        (["--smtp", "a.fr", "--list", "none.txt"], "none.txt"),
    ],
)
def test_wrong_usage(arguments: list[str], said: str, note: Path, tmp_path: Path) -> None:
    target = write_newsletter(tmp_path / "lettre") if "--listmonk" in arguments else note
    result = invoke("send", target, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_a_message_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "note.pdf").write_bytes(b"%PDF-1.7\n\0")
    for name, code in (("note.pdf", 1), ("none.eml", 2), (".", 2)):
        result = invoke("send", tmp_path / name, "--smtp", "a.fr", "--to", "a@b.fr")
        assert result.exit_code == code
        assert result.stderr.startswith("Error: ")


def test_in_french(office: Office, note: Path) -> None:
    result = run_briefing(
        "send",
        note,
        *by(office),
        "--to",
        "jean@a.fr",
        language="fr",
        XDG_STATE_HOME=str(note.parent),
    )
    assert result.returncode == 0, result.stderr
    assert "Message\u00a0: Un train de nuit pour Valmont" in result.stdout
    assert result.stdout.endswith("1 envoyé\n")


# ---- listmonk ------------------------------------------------------------------------------


@pytest.fixture
def monk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Listmonk]:
    monkeypatch.setenv("BRIEFING_LISTMONK_USER", "api")
    monkeypatch.setenv("BRIEFING_LISTMONK_TOKEN", "secret-é")
    with standing_in() as server:
        yield server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_newsletter(tmp_path / "lettre")


def test_a_draft_is_made_once(monk: Listmonk, folder: Path) -> None:
    arguments: list[str | Path] = ["send", folder, "--listmonk", monk.address, "--lists", "1, 2"]
    dry = invoke(*arguments, "--dry-run")
    assert dry.exit_code == 0
    assert "Newsletter: Un train {{ de nuit }}" in dry.output
    assert "List 1: Abonnés (120 subscribers)" in dry.output
    assert "List 2: Presse (1 subscriber)" in dry.output
    assert "without --dry-run, a draft would be made" in dry.output
    assert (monk.media, monk.campaigns) == ({}, {})

    made = invoke(*arguments)
    assert made.exit_code == 0
    assert f"send it from listmonk: {monk.address}/admin/campaigns/2" in made.output
    again = invoke(*arguments)
    assert again.exit_code == 0
    assert "It is there already (draft), and nothing was done" in again.output
    assert (len(monk.media), len(monk.campaigns)) == (1, 1)


def test_a_script_reads_which_draft(monk: Listmonk, folder: Path) -> None:
    arguments: list[str | Path] = [
        "send",
        folder,
        "--listmonk",
        monk.address,
        "--lists",
        "2",
        "--json",
        "--fragment",
    ]
    assert json.loads(invoke(*arguments, "--dry-run").stdout)["campaign"] is None
    report = json.loads(invoke(*arguments).stdout)
    assert report["lists"] == [{"id": 2, "name": "Presse", "subscribers": 1}]
    assert report["campaign"]["status"] == "draft"
    assert report["campaign"]["made"] is True
    assert report["campaign"]["media"] == [1]
    assert monk.campaigns[2]["body"] == "<p>fragment</p>"


def test_a_pdf_left_by_a_run_cut_off_is_told(monk: Listmonk, folder: Path) -> None:
    monk.media[9] = ("Un train de nuit.pdf", "application/pdf", b"")
    result = invoke("send", folder, "--listmonk", monk.address, "--lists", "1")
    assert "maybe of a run cut off: 9" in result.output


def test_an_old_listmonk_that_attaches_nothing_is_told(monk: Listmonk, folder: Path) -> None:
    monk.old = True
    result = invoke("send", folder, "--listmonk", monk.address, "--lists", "1")
    assert result.exit_code == 1
    assert "attach it in listmonk" in result.stderr


def test_without_a_token(monk: Listmonk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BRIEFING_LISTMONK_USER")
    monkeypatch.delenv("BRIEFING_LISTMONK_TOKEN")
    result = invoke("send", folder, "--listmonk", monk.address, "--lists", "1")
    assert result.exit_code == 2
    assert "listmonk wants an API user" in result.stderr
    assert "BRIEFING_LISTMONK_TOKEN" in result.stderr


def test_a_script_reads_no_sign_that_a_terminal_obeys(office: Office, note: Path) -> None:
    named = note.rename(note.with_name("n\udcff\x9b.eml"))
    done = invoke("send", named, *by(office), "--to", "a@b.fr", "--json")
    assert done.exit_code == 0
    assert not set(done.stdout) & set("\x9b\x1b\udcff")
    assert json.loads(done.stdout)["message"]["file"] == str(named)


@pytest.mark.parametrize("option", ["--timeout", "--wait"])
def test_seconds_that_are_no_number(option: str, office: Office, note: Path) -> None:
    done = invoke("send", note, *by(office), "--to", "a@b.fr", option, "nan")
    assert done.exit_code == 2
    assert "range" in done.stderr
