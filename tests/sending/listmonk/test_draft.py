"""Drafts in a listmonk that stands in: made once, whole, never sent; troubles told."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import BriefingError, MachineError, UsageError
from briefing.sending.credentials import Credentials
from briefing.sending.listmonk.address import parse_url
from briefing.sending.listmonk.client import Client, ListmonkError
from briefing.sending.listmonk.draft import make_draft, survey
from briefing.sending.listmonk.folder import Newsletter, read_newsletter
from tests.sending.conftest import Authority
from tests.sending.listmonk.standing_in import Answer, Listmonk, standing_in
from tests.sending.posting import opened

API = Credentials("api", "secret-é")
PDF = b"%PDF-1.7 \xe2\xe3\r\n"


@pytest.fixture
def monk(loopback: None) -> Iterator[Listmonk]:
    with standing_in() as server:
        yield server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_newsletter(tmp_path / "lettre")


@pytest.fixture
def newsletter(folder: Path) -> Newsletter:
    return read_newsletter(folder)


def write_newsletter(folder: Path) -> Path:
    folder.mkdir()
    (folder / "objet.txt").write_text("Un train {{ de nuit }}\n", "utf-8")
    (folder / "message.html").write_text("<html><p>« {{ cité }} »</p></html>", "utf-8")
    (folder / "fragment.html").write_text("<p>fragment</p>", "utf-8")
    (folder / "message.txt").write_text("« {{ cité }} »\n", "utf-8")
    (folder / "Un train de nuit.pdf").write_bytes(PDF)
    return folder


def client(monk: Listmonk, credentials: Credentials = API, timeout: float = 10) -> Client:
    return Client(parse_url(monk.address), credentials, timeout)


def failing(method: str, path: str, answer: Answer, times: int = 1000) -> Any:
    left = [times]

    def trouble(asked: str, where: str) -> Answer | None:
        if (asked, where) != (method, path) or not left[0]:
            return None
        left[0] -= 1
        return answer

    return trouble


def test_a_draft_with_both_bodies_and_the_pdf(monk: Listmonk, newsletter: Newsletter) -> None:
    campaign = make_draft(client(monk), newsletter, [1, 2], template=7)
    (media,) = monk.media.values()
    assert media == ("Un train de nuit.pdf", "application/pdf", PDF)
    made = monk.campaigns[campaign.id]
    assert made["subject"] == 'Un train {{ "{{" }} de nuit }}'
    assert made["body"] == "<html><p>« &#123;&#123; cité }} »</p></html>"
    assert made["altbody"] == '« {{ "{{" }} cité }} »\n'
    assert made["content_type"] == "html"
    assert made["type"] == "regular"
    assert made["lists"] == [1, 2]
    assert made["template_id"] == 7
    assert "send_at" not in made
    assert (campaign.status, campaign.made, len(campaign.media)) == ("draft", True, 1)
    assert monk.asked == ["POST /api/media", "POST /api/campaigns"]


SHOWN = '<img\nsrc="a.png"><img src="b.jpg"><img src="a.png"><img src="https://c.fr/c.png">'


@pytest.fixture
def pictured(folder: Path) -> Newsletter:
    (folder / "message.html").write_text(SHOWN, "utf-8")
    (folder / "a.png").write_bytes(b"PNG")
    (folder / "b.jpg").write_bytes(b"JPEG")
    return read_newsletter(folder)


@pytest.mark.parametrize(
    ("old", "first"), [(False, "https://images.fr/1?a&amp;b"), (True, "{address}/uploads/1")]
)
def test_pictures_are_uploaded_and_shown_from_there(
    monk: Listmonk, pictured: Newsletter, old: bool, first: str
) -> None:
    monk.old = old
    campaign = make_draft(client(monk), pictured, [1])
    assert [one[:2] for one in monk.media.values()] == [
        ("a.png", "image/png"),
        ("b.jpg", "image/jpeg"),
        ("Un train de nuit.pdf", "application/pdf"),
    ]
    place = first.format(address=monk.address)
    other = place.replace("1?", "2?") if not old else place[:-1] + "2"
    expected = SHOWN.replace("a.png", place).replace("b.jpg", other)
    assert monk.campaigns[campaign.id]["body"] == expected
    assert campaign.media == (() if old else (3,))


def test_a_picture_without_an_address_leaves_nothing_behind(
    monk: Listmonk, pictured: Newsletter
) -> None:
    monk.after = failing("POST", "/api/media", (200, {"data": {"id": 1}}))
    with pytest.raises(ListmonkError, match=r"no address for “a\.png”"):
        make_draft(client(monk), pictured, [1])
    assert monk.media == {}


def test_a_pdf_that_is_refused_takes_the_pictures_back(
    monk: Listmonk, pictured: Newsletter
) -> None:
    refused: Answer = (400, {"message": "Unsupported file type (pdf)"})
    monk.trouble = lambda method, path: (
        refused if (method, path, len(monk.media)) == ("POST", "/api/media", 2) else None
    )
    with pytest.raises(ListmonkError, match="Unsupported"):
        make_draft(client(monk), pictured, [1])
    assert monk.media == {}


def test_a_picture_that_isn_t_there(folder: Path) -> None:
    (folder / "message.html").write_text(SHOWN, "utf-8")
    with pytest.raises(UsageError, match=r"a\.png"):
        read_newsletter(folder)


def test_what_is_there_is_seen_and_nothing_changed(monk: Listmonk, newsletter: Newsletter) -> None:
    found = survey(client(monk), newsletter, [2, 1])
    assert [(one.name, one.subscribers) for one in found.lists] == [("Presse", 1), ("Abonnés", 120)]
    assert found.campaign is None
    assert found.media == ()
    made = make_draft(client(monk), newsletter, [1])
    monk.campaigns[made.id]["status"] = "finished"
    again = survey(client(monk), newsletter, [1])
    assert again.campaign
    assert (again.campaign.id, again.campaign.status, again.campaign.made) == (
        made.id,
        "finished",
        False,
    )
    assert again.media == (1,)


def test_it_is_found_behind_many_others(monk: Listmonk, newsletter: Newsletter) -> None:
    made = make_draft(client(monk), newsletter, [1])
    own = monk.campaigns.pop(made.id)
    monk.campaigns = {number: {"id": number, "tags": None} for number in range(100, 350)}
    monk.campaigns[made.id] = own
    found = survey(client(monk), newsletter, [1]).campaign
    assert found
    assert found.id == made.id
    assert monk.asked.count("GET /api/campaigns") == 3


def test_an_old_listmonk_has_no_pages_of_media_and_attaches_nothing(
    monk: Listmonk, newsletter: Newsletter
) -> None:
    monk.old = True
    campaign = make_draft(client(monk), newsletter, [1])
    assert campaign.media == ()
    assert survey(client(monk), newsletter, [1]).media == (1,)


def test_another_content_is_another_campaign(monk: Listmonk, folder: Path) -> None:
    make_draft(client(monk), read_newsletter(folder), [1])
    assert survey(client(monk), read_newsletter(folder, fragment=True), [1]).campaign is None


def test_a_list_that_doesn_t_exist(monk: Listmonk, newsletter: Newsletter) -> None:
    with pytest.raises(UsageError, match="no list 9"):
        survey(client(monk), newsletter, [9])


def test_a_campaign_that_is_refused_leaves_no_pdf_behind(
    monk: Listmonk, newsletter: Newsletter
) -> None:
    monk.trouble = failing("POST", "/api/campaigns", (400, {"message": "Invalid template"}))
    with pytest.raises(ListmonkError, match="400 Invalid template"):
        make_draft(client(monk), newsletter, [1])
    assert monk.media == {}


def test_a_pdf_that_can_t_be_taken_back_is_told(monk: Listmonk, newsletter: Newsletter) -> None:
    refused = failing("POST", "/api/campaigns", (500, {"message": "oops"}))
    kept = failing("DELETE", "/api/media/1", (403, {"message": "no right"}))
    monk.trouble = lambda method, path: refused(method, path) or kept(method, path)
    with pytest.raises(ListmonkError, match="500 oops") as fault:
        make_draft(client(monk), newsletter, [1])
    assert "media (1)" in str(fault.value.hint)


def test_a_campaign_made_whose_answer_was_lost_is_found(
    monk: Listmonk, newsletter: Newsletter
) -> None:
    monk.after = failing("POST", "/api/campaigns", (0, None))
    campaign = make_draft(client(monk), newsletter, [1])
    assert campaign.made
    assert list(monk.campaigns) == [campaign.id]


@pytest.mark.parametrize("answer", [(0, None), (504, b"<html>timeout</html>")])
def test_an_answer_that_was_lost_leaves_what_may_be_in_use(
    monk: Listmonk, newsletter: Newsletter, answer: Answer
) -> None:
    monk.trouble = failing("POST", "/api/campaigns", answer)
    with pytest.raises(ListmonkError) as fault:
        make_draft(client(monk), newsletter, [1])
    assert "it looks before it makes" in str(fault.value.hint)
    assert len(monk.media) == 1
    assert survey(client(monk), newsletter, [1]).media == (1,)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ((403, {"message": "invalid session"}), "refused the user"),
        ((401, b""), "refused the user"),
        ((404, b"<h1>Not found</h1>"), "no listmonk at this address"),
        ((200, b"<html>"), "isn't listmonk's"),
        ((302, b""), "isn't listmonk's"),
        ((200, {"data": {"no": "id"}}), "names no number"),
        ((200, {"data": None}), "names no number"),
        ((400, {"message": "Unsupported file type (pdf)"}), "400 Unsupported file type"),
        ((429, {"message": "slow down"}), "429 slow down"),
        ((500, b"\xff"), "refused: 500"),
        ((200, b"[" * 100_000), "isn't listmonk's"),
        ((0, None), "without an answer"),
    ],
)
def test_what_goes_wrong_is_told(
    monk: Listmonk, newsletter: Newsletter, answer: Answer, said: str
) -> None:
    monk.trouble = failing("POST", "/api/media", answer)
    with pytest.raises(ListmonkError) as fault:
        make_draft(client(monk), newsletter, [1])
    assert said in str(fault.value)
    assert monk.campaigns == {}


def test_a_wrong_token_is_told_and_not_shown(monk: Listmonk, newsletter: Newsletter) -> None:
    with pytest.raises(ListmonkError, match="invalid API credentials") as fault:
        survey(client(monk, Credentials("api", "faux")), newsletter, [1])
    assert "faux" not in f"{fault.value!r} {fault.value.hint}"


def test_a_listmonk_that_isn_t_there(newsletter: Newsletter, loopback: None) -> None:
    with standing_in() as monk:
        pass
    with pytest.raises(ListmonkError, match="can't be reached"):
        survey(client(monk), newsletter, [1])


def test_a_listmonk_that_doesn_t_answer(newsletter: Newsletter, loopback: None) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = parse_url(f"http://127.0.0.1:{listener.getsockname()[1]}")
        with pytest.raises(ListmonkError, match="in time") as fault:
            survey(Client(address, API, 0.1), newsletter, [1])
    assert fault.value.unanswered


def test_a_certificate_of_nobody_known_is_refused(
    newsletter: Newsletter, loopback: None, authority: Authority
) -> None:
    with opened(context=authority.context, implicit=True) as office:
        address = parse_url(f"https://localhost:{office.port}")
        with pytest.raises(ListmonkError, match="isn't trusted"):
            survey(Client(address, API, 10), newsletter, [1])
        with pytest.raises(ListmonkError, match="without an answer"):  # it speaks SMTP
            survey(Client(address, API, 10, str(authority.file)), newsletter, [1])


def test_in_clear_a_token_stays_on_this_machine(
    monk: Listmonk, newsletter: Newsletter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.sending.listmonk.client.is_loopback", lambda _address: False)
    with pytest.raises(MachineError, match="this machine alone"):
        survey(client(monk), newsletter, [1])
    assert monk.asked == []


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://lettre.exemple.fr", "https://lettre.exemple.fr:443"),
        ("https://lettre.exemple.fr:9000/monk/", "https://lettre.exemple.fr:9000/monk"),
        ("http://[::1]:9000", "http://[::1]:9000"),
    ],
)
def test_where_listmonk_is(url: str, shown: str) -> None:
    assert str(parse_url(url)) == shown


@pytest.mark.parametrize(
    "url",
    [
        "",
        "lettre.exemple.fr",
        "ftp://a.fr",
        "https://",
        "https://a:b@c.fr",
        "https://a.fr:x",
        "https://a.fr/?q",
        "https://a.fr/#f",
        "https://a.fr/\r\nX: y",
        "file:///etc/passwd",
        "http://[::1",
    ],
)
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(UsageError, match="isn't the address of a listmonk") as fault:
        parse_url(url)
    assert "a:b" not in str(fault.value)


# ---- The folder ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["objet.txt", "message.html", "message.txt"])
def test_a_newsletter_that_lacks_a_part_is_refused(folder: Path, name: str) -> None:
    for content, said in ((b" \n", "is empty"), (b"\xff\xfe\xe9", "isn't UTF-8")):
        (folder / name).write_bytes(content)
        with pytest.raises(UsageError, match=said):
            read_newsletter(folder)
    (folder / name).unlink()
    with pytest.raises(UsageError, match=f"has no “{name}”"):
        read_newsletter(folder)


def test_a_newsletter_has_one_pdf(folder: Path) -> None:
    shutil.copy(folder / "Un train de nuit.pdf", folder / "autre.PDF")
    with pytest.raises(UsageError, match="holds 2 PDF files"):
        read_newsletter(folder)
    for path in folder.glob("*.[pP]*"):
        path.unlink()
    with pytest.raises(UsageError, match="holds 0 PDF files"):
        read_newsletter(folder)


def test_a_folder_that_isn_t_one(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match="isn't a newsletter folder"):
        read_newsletter(tmp_path / "none")


def test_a_folder_that_can_t_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(self: Path) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "iterdir", refused)
    with pytest.raises(MachineError, match="Permission denied"):
        read_newsletter(folder)


def test_an_answer_that_isn_t_a_page_has_no_entries(monk: Listmonk, newsletter: Newsletter) -> None:
    monk.trouble = lambda _method, path: (
        None if "lists" in path else (200, {"data": {"results": "none"}})
    )
    found = survey(client(monk), newsletter, [1])
    assert (found.campaign, found.media) == (None, ())


def test_an_answer_that_never_ends_is_given_up(
    monk: Listmonk, newsletter: Newsletter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.sending.listmonk.client._LARGEST_ANSWER", 10)
    with pytest.raises(ListmonkError, match="in time"):
        survey(client(monk), newsletter, [1])


def test_names_that_no_form_can_bear_are_told(folder: Path) -> None:
    (folder / "message.html").write_text('<img src="a\0.png">')
    assert read_newsletter(folder).pictures == ()
    (pdf,) = folder.glob("*.pdf")
    pdf.rename(folder / "\udcff.pdf")
    with pytest.raises(UsageError, match="isn't UTF-8"):
        read_newsletter(folder)


def test_a_head_that_never_ends_is_given_up(newsletter: Newsletter, loopback: None) -> None:
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        line, _ = listener.accept()
        with suppress(OSError), line:
            while True:
                line.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
                time.sleep(0.01)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    there = Listmonk(address=f"http://127.0.0.1:{listener.getsockname()[1]}")
    with listener, pytest.raises(ListmonkError, match="without an answer"):
        survey(client(there, timeout=0.2), newsletter, [1])
    thread.join(30)
