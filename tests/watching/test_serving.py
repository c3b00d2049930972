"""The server over the loopback: who is answered, what is sent, what a change does, how it ends."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from briefing.watching.dressing import SCRIPT
from briefing.watching.policy import digest
from tests.support import write_dossier
from tests.watching.watched import command, environment, started, watching

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("loopback")]

PATIENCE = 30
ITEM = b'id="position-martin-2025:offre:region:financement"'


class Client:
    """Asks one server."""

    def __init__(self, address: str) -> None:
        self.place = urlsplit(address)
        assert self.place.hostname == "127.0.0.1"

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
        connection = self.connection()
        try:
            connection.request(method, path, headers=headers)
            response = connection.getresponse()
            return response, response.read()
        finally:
            connection.close()

    def get(self, path: str) -> bytes:
        response, body = self.ask(path)
        assert response.status == 200
        return body

    @contextmanager
    def events(self, path: str) -> Iterator[Iterator[str]]:
        """Give the data of the events of a stream, as they come."""
        connection = self.connection()
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            assert response.getheader("content-type") == "text/event-stream"
            lines = iter(response.readline, b"")
            yield (line[6:].decode().strip() for line in lines if line.startswith(b"data: "))
        finally:
            connection.close()

    def connection(self) -> HTTPConnection:
        return HTTPConnection("127.0.0.1", self.place.port or 0, timeout=PATIENCE)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A watch for the tests that change nothing."""
    with watching(write_dossier(tmp_path_factory.mktemp("shared") / "dossier")) as address:
        yield address


@pytest.fixture
def client(shared: str) -> Client:
    return Client(shared)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_dossier(tmp_path / "dossier")


# ---- Who is answered -----------------------------------------------------------------------


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1:1", "[::1]"])
def test_another_host_is_refused(client: Client, host: str) -> None:
    for path in ("/complet/", "/complet/events", "/complet/briefing.pdf"):
        response, body = client.ask(path, Host=host.format(port=client.place.port))
        assert response.status == 421
        assert b"Valmont" not in body


def test_localhost_is_answered(client: Client) -> None:
    response, _ = client.ask("/complet/", Host=f"localhost:{client.place.port}")
    assert response.status == 200


@pytest.mark.parametrize("method", ["POST", "OPTIONS", "PUT", "DELETE"])
def test_nothing_but_reading_is_possible(client: Client, method: str) -> None:
    response, _ = client.ask("/complet/", method, Origin="https://evil.example")
    assert response.status == 405
    assert response.getheader("allow") == "GET, HEAD"


@pytest.mark.parametrize("path", ["/complet/", "/complet/events", "/", "/nothing", "/complet/pdf"])
def test_no_other_origin_may_read_and_nothing_is_kept(client: Client, path: str) -> None:
    connection = client.connection()  # without its body: a stream has no end
    connection.request("GET", path, headers={"Origin": "https://evil.example"})
    response = connection.getresponse()
    connection.close()
    names = {name.lower() for name, _ in response.getheaders()}
    assert not any(name.startswith("access-control-") for name in names)
    assert response.getheader("cache-control") == "no-store"
    assert response.getheader("cross-origin-resource-policy") == "same-origin"
    assert response.getheader("x-content-type-options") == "nosniff"


def test_it_listens_on_the_loopback_alone(client: Client) -> None:
    port = f"{client.place.port:04X}"
    rows = Path("/proc/net/tcp").read_text("utf-8").splitlines()[1:]
    places = [row.split()[1] for row in rows if row.split()[3] == "0A"]
    assert [place for place in places if place.endswith(f":{port}")] == [f"0100007F:{port}"]


# ---- What is sent --------------------------------------------------------------------------


def test_the_page_may_run_our_script_alone(client: Client) -> None:
    response, body = client.ask("/complet/")
    policy = response.getheader("content-security-policy") or ""
    assert f"script-src {digest(SCRIPT)};" in policy
    assert ITEM in body
    assert body.count(SCRIPT.encode()) == 1


def test_head_of_a_stream_ends(client: Client) -> None:
    response, body = client.ask("/complet/events", "HEAD")
    assert (response.status, body) == (200, b"")
    assert response.getheader("content-type") == "text/event-stream"


def test_head_has_no_body(client: Client) -> None:
    response, body = client.ask("/complet/", "HEAD")
    assert (response.status, body) == (200, b"")
    assert int(response.getheader("content-length") or 0) > 1000


def test_the_index_leads_to_the_page(client: Client) -> None:
    assert b'href="/complet/"' in client.get("/")


@pytest.mark.parametrize("path", ["/nobody/", "/nobody/pdf", "/nobody/briefing.pdf"])
def test_an_unknown_audience_is_told_with_those_there_are(client: Client, path: str) -> None:
    response, body = client.ask(path)
    assert response.status == 404
    assert b'href="/complet/"' in body


@pytest.mark.parametrize("path", ["/dossier.toml", "/complet/../../etc/passwd", "/x/y/z"])
def test_no_file_is_served(client: Client, path: str) -> None:
    assert client.ask(path)[0].status == 404


def test_the_pdf_is_that_of_a_build_made_when_it_is_asked_for(client: Client) -> None:
    shown = client.get("/complet/pdf")
    assert b'<iframe src="/complet/briefing.pdf?' in shown
    response, pdf = client.ask("/complet/briefing.pdf")
    assert response.getheader("content-type") == "application/pdf"
    assert pdf.startswith(b"%PDF-")


# ---- What a change does --------------------------------------------------------------------


def test_a_change_is_announced_and_shown_and_a_fault_over_the_last_good_page(folder: Path) -> None:
    before = sorted(path.name for path in folder.rglob("*"))
    fiche = folder / "martin-2025.md"
    text = fiche.read_text("utf-8")
    with watching(folder) as address:
        client = Client(address)
        with client.events("/complet/events") as told:
            first = next(told)
            assert first in client.get("/complet/").decode()
            fiche.write_text(text.replace("de payer", "de régler"), "utf-8")
            second = next(told)
            page = client.get("/complet/").decode()
            assert second in page
            assert "de régler" in page
            fiche.write_text(text.replace("- partie : Région", "- partie : Regon"), "utf-8")
            assert next(told) not in (first, second)
            page = client.get("/complet/").decode()
            assert "de régler" in page  # the last good one
            assert re.search(r"watch-finding watch-error.*BR401.*martin-2025\.md:\d+", page)
            fiche.write_text(text, "utf-8")
            assert next(told) == first
    assert sorted(path.name for path in folder.rglob("*")) == before


def test_a_dossier_that_goes_and_comes_back_is_shown_again(folder: Path, tmp_path: Path) -> None:
    with watching(folder) as address:
        client = Client(address)
        with client.events("/complet/events") as told:
            first = next(told)
            folder.rename(tmp_path / "away")
            assert next(told) != first
            assert ITEM in client.get("/complet/")
            (tmp_path / "away").rename(folder)
            assert first in told


def test_a_template_of_ones_own_is_followed_and_its_fault_told(folder: Path) -> None:
    place = folder / "gabarits" / "maison"
    place.mkdir(parents=True)
    template = place / "briefing.html.j2"
    start = '{% set briefing_api = 1 %}\n{% extends "base.html.j2" %}\n{% block method %}'
    template.write_text(start + "<p>Un.</p>{% endblock %}", "utf-8")
    config = folder / "dossier.toml"
    more = '\n[publics.maison]\nnom = "Maison"\ngabarit = "maison"\n'
    config.write_text(config.read_text("utf-8") + more, "utf-8")
    with watching(folder) as address:
        client = Client(address)
        with client.events("/maison/events") as told:
            next(told)
            assert b"<p>Un.</p>" in client.get("/maison/")
            template.write_text(start + "<p>Deux.</p>{% endblock %}", "utf-8")
            next(told)
            assert b"<p>Deux.</p>" in client.get("/maison/")
            template.write_text(start + "{% endfor %}", "utf-8")
            next(told)
            page = client.get("/maison/")
            assert b"<p>Deux.</p>" in page
            assert b"maison/briefing.html.j2:3" in page


def test_a_pdf_that_cannot_be_made_is_told_and_the_last_stays(folder: Path) -> None:
    fiche = folder / "martin-2025.md"
    text = fiche.read_text("utf-8")
    with watching(folder) as address:
        client = Client(address)
        good = client.ask("/complet/briefing.pdf")[1]
        with client.events("/complet/events?pdf") as told:
            first = next(told)
            fiche.write_text(text.replace("- partie : Région", "- partie : Regon"), "utf-8")
            assert next(told) != first
        page = client.get("/complet/pdf").decode()
        assert "BR401" in page
        assert client.ask("/complet/briefing.pdf")[1] == good


# ---- How it begins and ends ----------------------------------------------------------------


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_at_once_and_says_nothing_even_while_it_is_asked(
    folder: Path, sign: signal.Signals
) -> None:
    with started(folder) as (process, address), Client(address).events("/complet/events") as told:
        next(told)
        process.send_signal(sign)
        assert process.wait(PATIENCE) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""
        assert list(told) == []  # the stream was closed


def test_ending_leaves_no_process_behind(folder: Path) -> None:
    with started(folder) as (process, address):
        client = Client(address)
        connection = client.connection()
        connection.request("GET", "/complet/briefing.pdf")
        while not children(process.pid):
            pass
        (child,) = children(process.pid)
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
        connection.close()
    assert not Path(f"/proc/{child}").exists()


def children(pid: int) -> list[int]:
    told = "".join(path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children"))
    return [int(child) for child in told.split()]


def test_a_busy_port_is_named_and_another_proposed(folder: Path) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = str(busy.getsockname()[1])
        words = [word if word != "0" else port for word in command(folder)]
        done = subprocess.run(words, capture_output=True, text=True, env=environment(), check=False)
    assert done.returncode == 3
    assert f"the port {port} is in use" in done.stderr
    other = re.search(r"--port (\d+)", done.stderr)
    assert other
    assert other[1] != port


def test_a_dossier_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    words = command(tmp_path / "none")
    done = subprocess.run(words, capture_output=True, text=True, env=environment(), check=False)
    assert done.returncode == 2
    assert "doesn't exist" in done.stderr
    assert "Traceback" not in done.stderr


def test_several_audiences_begin_with_the_index(folder: Path) -> None:
    with watching(folder, "--audience", "complet,presse") as address:
        assert urlsplit(address).path == "/"
        client = Client(address)
        page = client.get("/presse/")
        assert b'href="/complet/"' in page
        with client.events("/events") as told:
            assert next(told)


@pytest.mark.parametrize("path", ["/events", "/complet/", "/complet/briefing.pdf"])
def test_a_page_from_elsewhere_is_answered_nothing(shared: str, path: str) -> None:
    response, body = Client(shared).ask(path, Origin="http://evil.example")
    assert response.status == 403
    assert len(body) < 100
