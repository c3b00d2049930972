"""Sessions: whom the line is trusted with, how one logs in, what strange servers come to."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from briefing.errors import MachineError, UsageError
from briefing.model.finding import Message
from briefing.sending.addresses import Address, parse_address
from briefing.sending.authentication import AuthenticationError
from briefing.sending.credentials import SMTP, Credentials, find_credentials
from briefing.sending.outcomes import Status, Verdict
from briefing.sending.outgoing import Outgoing, read_message
from briefing.sending.server import Security, Server, is_loopback, parse_server, trust
from briefing.sending.session import ServerError, Session, open_session
from briefing.sending.transfer import transfer
from briefing.sending.wire import DisconnectedError
from tests.sending.conftest import Authority
from tests.sending.posting import Office, message, opened

pytestmark = pytest.mark.usefixtures("loopback")
JEANNE = Credentials("jeanne@valmont.example", "mot de passé ☂")
USERS = {JEANNE.user.encode(): JEANNE.secret.encode()}
READER = Address("jean", "lecteurs.example")
TIMEOUT = 10.0
HEAD = b"From: a@b.example\r\nDate: Mon, 02 Jun 2025 06:00:00 +0000\r\n"
PLAIN = HEAD + b"\r\nBonjour\r\n"


@contextmanager
def scripted(*answers: bytes, features: bytes = b"") -> Iterator[tuple[Server, list[bytes]]]:
    """Serve one session that gives `answers` in turn, each after a line or a whole message."""
    heard: list[bytes] = []
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        line, _ = listener.accept()
        with suppress(OSError), line, line.makefile("rb") as lines:
            hello = b"250-bureau\r\n" + features + b"250 HELP\r\n"
            for answer in (b"220 bonjour\r\n", hello, *answers):
                line.sendall(answer)
                heard.append(lines.readline())
                while heard[-1] and answer.startswith(b"354") and heard[-1] != b".\r\n":
                    heard.append(lines.readline())

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield Server("127.0.0.1", listener.getsockname()[1], Security.PLAIN), heard
    finally:
        thread.join(30)
        listener.close()


@contextmanager
def session(server: Server, credentials: Credentials | None = None) -> Iterator[Session]:
    opening = open_session(server, credentials, TIMEOUT)
    try:
        yield opening
    finally:
        opening.wire.close()


def give(
    opening: Session,
    data: bytes | None = None,
    to: Address = READER,
    journal: list[str] | None = None,
) -> Verdict:
    log = [] if journal is None else journal
    return transfer(opening, note(data), to, lambda: log.append("intent"))


def note(data: bytes | None = None) -> Outgoing:
    return read_message("note.eml", data or message())


# ---- TLS -----------------------------------------------------------------------------------


def test_starttls_with_a_private_authority(authority: Authority) -> None:
    with opened(Office(users=USERS), authority.context) as office:
        server = Server("localhost", office.port, Security.STARTTLS, str(authority.file))
        with session(server, JEANNE) as opening:
            assert give(opening).status is Status.SENT
    assert len(office.hellos) == 2, "said again once the line is secured"
    assert office.hellos[0] == "[127.0.0.1]"


def test_tls_at_once(authority: Authority) -> None:
    with opened(Office(), authority.context, implicit=True) as office:
        server = Server("localhost", office.port, Security.TLS, str(authority.file))
        with session(server) as opening:
            assert give(opening).status is Status.SENT


def test_a_certificate_of_nobody_known_is_refused(authority: Authority) -> None:
    with opened(Office(), authority.context) as office:
        server = Server("localhost", office.port, Security.STARTTLS)
        with pytest.raises(ServerError, match="isn't trusted") as fault:
            open_session(server, None, TIMEOUT)
    assert "--ca-file" in str(fault.value.hint)


def test_a_certificate_of_another_host_is_refused(authority: Authority) -> None:
    with opened(Office(), authority.stranger) as office:
        server = Server("localhost", office.port, Security.STARTTLS, str(authority.file))
        with pytest.raises(ServerError, match="Hostname mismatch"):
            open_session(server, None, TIMEOUT)


def test_a_server_without_starttls_gets_no_mail(office: Office) -> None:
    with pytest.raises(ServerError, match="doesn't offer STARTTLS") as fault:
        open_session(Server("127.0.0.1", office.port, Security.STARTTLS), JEANNE, TIMEOUT)
    assert "--security plain" in str(fault.value.hint)
    assert office.received == []


def test_a_server_that_speaks_no_tls_is_told(office: Office) -> None:
    with pytest.raises(ServerError, match="doesn't speak TLS") as fault:
        open_session(Server("127.0.0.1", office.port, Security.TLS), None, TIMEOUT)
    assert "--security" in str(fault.value.hint)


def test_in_clear_only_this_machine_is_spoken_to(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.sending.wire.Wire.there", "192.0.2.1")
    with pytest.raises(ServerError, match="given to this machine alone"):
        open_session(Server("127.0.0.1", office.port, Security.PLAIN), JEANNE, TIMEOUT)
    assert office.hellos == []


@pytest.mark.parametrize(
    ("address", "is_ours"),
    [("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("192.0.2.1", False), ("::", False)],
)
def test_what_this_machine_is(address: str, is_ours: bool) -> None:
    assert is_loopback(address) is is_ours
    assert not is_loopback("localhost")


def test_an_authority_that_can_t_be_read(tmp_path: Path) -> None:
    (tmp_path / "ca.pem").write_text("rien")
    for name in ("ca.pem", "none.pem"):
        with pytest.raises(MachineError, match=r"holds no certificate"):
            trust(str(tmp_path / name))


@pytest.mark.parametrize(
    ("text", "security", "server"),
    [
        ("smtp.exemple.fr", "", ("smtp.exemple.fr", 587, "starttls")),
        ("smtp.exemple.fr:465", "", ("smtp.exemple.fr", 465, "tls")),
        ("smtp.exemple.fr", "tls", ("smtp.exemple.fr", 465, "tls")),
        ("smtp.exemple.fr:2525", "", ("smtp.exemple.fr", 2525, "starttls")),
        ("[::1]:25", "plain", ("::1", 25, "plain")),
    ],
)
def test_where_the_server_is(text: str, security: str, server: tuple[str, int, str]) -> None:
    found = parse_server(text, security)
    assert (found.host, found.port, found.security.value) == server
    assert str(found).endswith(f":{server[1]}")


@pytest.mark.parametrize(
    "text", ["", ":25", "a b", "smtp://a.fr", "jean:secret@a.fr", "a.fr:99999", "a.fr:x", "a\n.fr"]
)
def test_what_is_no_server(text: str) -> None:
    with pytest.raises(UsageError, match="isn't a server"):
        parse_server(text)


@pytest.mark.parametrize("host", ["nulle-part.invalid", "a" * 64 + ".fr", "é" * 70 + ".fr"])
def test_a_server_that_nobody_knows(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_arguments: object, **_options: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    if host.endswith("invalid"):
        monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(ServerError, match="isn't found"):
        open_session(Server(host, 587, Security.STARTTLS), None, TIMEOUT)


# ---- Logging in ----------------------------------------------------------------------------


def test_a_wrong_password_ends_it(authority: Authority) -> None:
    with opened(Office(users=USERS), authority.context) as office:
        server = Server("localhost", office.port, Security.STARTTLS, str(authority.file))
        with pytest.raises(AuthenticationError, match="535") as fault:
            open_session(server, Credentials(JEANNE.user, "faux"), TIMEOUT)
    assert "faux" not in f"{fault.value!r} {fault.value.hint}"


def test_a_long_password_is_given_on_a_line_of_its_own() -> None:
    secret = "é" * 300
    with (
        scripted(b"334 \r\n", b"235 ok\r\n", features=b"250-AUTH PLAIN LOGIN\r\n") as (
            server,
            heard,
        ),
        session(server, Credentials("j", secret)),
    ):
        pass
    assert heard[1] == b"AUTH PLAIN\r\n"
    assert len(heard[2]) > 700


def test_login_where_there_is_nothing_better() -> None:
    answers = (b"334 VXNlcm5hbWU6\r\n", b"334 UGFzc3dvcmQ6\r\n", b"235 ok\r\n")
    with (
        scripted(*answers, features=b"250-AUTH LOGIN\r\n") as (server, heard),
        session(server, Credentials("é", "à")),
    ):
        pass
    assert heard[1:4] == [b"AUTH LOGIN\r\n", b"w6k=\r\n", b"w6A=\r\n"]


def test_a_server_that_wants_another_way_is_told() -> None:
    with (
        scripted(features=b"250-AUTH GSSAPI\r\n") as (server, _heard),
        pytest.raises(AuthenticationError, match="GSSAPI"),
    ):
        open_session(server, JEANNE, TIMEOUT)


def test_a_server_that_can_t_check_now_may_later() -> None:
    with (
        scripted(b"454 later\r\n", features=b"250-AUTH PLAIN\r\n") as (server, _heard),
        pytest.raises(DisconnectedError, match="454 later"),
    ):
        open_session(server, JEANNE, TIMEOUT)


def test_credentials_are_those_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_credentials(SMTP, "a.fr") is None
    monkeypatch.setenv("BRIEFING_SMTP_USER", "jeanne")
    monkeypatch.setenv("BRIEFING_SMTP_PASSWORD", "été")
    assert find_credentials(SMTP, "a.fr") == Credentials("jeanne", "été")
    assert find_credentials(SMTP, "a.fr", "luc") == Credentials("luc", "été")
    assert "été" not in repr(find_credentials(SMTP, "a.fr"))
    monkeypatch.delenv("BRIEFING_SMTP_USER")
    with pytest.raises(UsageError, match="BRIEFING_SMTP_USER isn't"):
        find_credentials(SMTP, "a.fr")
    monkeypatch.setenv("BRIEFING_SMTP_PASSWORD", "\udce9t\udce9")
    with pytest.raises(UsageError, match="isn't text in UTF-8"):
        find_credentials(SMTP, "a.fr", "luc")


@pytest.mark.parametrize("secret", ["s3cret\n", "s3cret\r", "s3cret\r\nX: y"])
def test_a_line_end_left_by_a_file_is_told(secret: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_SMTP_PASSWORD", secret)
    with pytest.raises(UsageError, match="end of a line") as fault:
        find_credentials(SMTP, "a.fr", "luc")
    assert "s3cret" not in f"{fault.value!r} {fault.value.hint}"


def test_or_those_of_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring
    from keyring.errors import NoKeyringError

    known = {("briefing:a.fr", "jeanne"): "été"}
    monkeypatch.setattr(keyring, "get_password", lambda service, user: known.get((service, user)))
    assert find_credentials(SMTP, "a.fr", "jeanne") == Credentials("jeanne", "été")
    with pytest.raises(UsageError, match=r"no password of luc for a\.fr") as fault:
        find_credentials(SMTP, "a.fr", "luc")
    assert "keyring set briefing:a.fr luc" in str(fault.value.hint)

    def absent(_service: str, _user: str) -> str:
        raise NoKeyringError

    monkeypatch.setattr(keyring, "get_password", absent)
    with pytest.raises(MachineError, match="can't be asked"):
        find_credentials(SMTP, "a.fr", "luc")


def test_without_a_keyring_the_environment_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(UsageError) as fault:
        find_credentials(SMTP, "a.fr", "luc")
    assert "BRIEFING_SMTP_PASSWORD" in str(fault.value.hint)
    assert "pip install 'briefing[send]'" in str(fault.value.hint)


# ---- What a server may and may not be given ------------------------------------------------


def test_an_accented_address_is_given_to_a_server_that_takes_it(office: Office) -> None:
    zoe = parse_address("zoé@lecteurs.example")
    assert not isinstance(zoe, Message)
    with session(Server("127.0.0.1", office.port, Security.PLAIN)) as opening:
        assert give(opening, to=zoe).status is Status.SENT
    ((address, data),) = office.received
    assert address == "zoé@lecteurs.example"
    assert "To: zoé@lecteurs.example\r\n".encode() in data
    assert "SMTPUTF8" in office.options[0]


@pytest.mark.parametrize(
    ("data", "to", "said"),
    [
        (None, Address("zoé", "lecteurs.example"), "no address with accents"),
        (HEAD + "Subject: é\r\n\r\n".encode(), READER, "header has bare accents"),
        (HEAD + "\r\né".encode(), READER, "body has bare accents"),
        (HEAD + b"\r\n" + b"x\r\n" * 400, READER, "the server takes 1000"),
    ],
)
def test_what_a_server_doesn_t_offer_isn_t_asked_of_it(
    data: bytes | None, to: Address, said: str
) -> None:
    with scripted(features=b"250-SIZE 1000\r\n") as (server, heard), session(server) as opening:
        verdict = give(opening, data, to)
    assert verdict.status is Status.REFUSED
    assert said in str(verdict.reason)
    assert verdict.code == 0
    assert not any(line.startswith(b"MAIL") for line in heard)


def test_a_size_beyond_measure_is_none() -> None:
    features = b"250-SIZE " + b"9" * 5000 + b"\r\n"
    with scripted(features=features) as (server, _heard), session(server) as opening:
        assert opening.size == 0


def test_after_a_refusal_no_late_answer_is_waited_for() -> None:
    with scripted(b"450 later\r\n", b"") as (server, _heard):
        opening = open_session(server, None, 0.3)
        assert give(opening, PLAIN).status is Status.DEFERRED
        assert opening.wire.closed, "an answer to RSET would be taken for that to MAIL"


def test_an_answer_that_says_both_says_nothing() -> None:
    answers = (b"250 ok\r\n", b"250 ok\r\n", b"354 go\r\n", b"550-no\r\n250 yes\r\n")
    with scripted(*answers) as (server, _heard), session(server) as opening:
        assert give(opening, PLAIN).status is Status.UNCERTAIN


def test_a_message_refused_in_its_middle_is_not_gone_on_with() -> None:
    answers = (b"250 ok\r\n", b"250 ok\r\n", b"354 go\r\n552 too large\r\n")
    with scripted(*answers) as (server, heard), session(server) as opening:
        assert give(opening, PLAIN).status is Status.REFUSED
        assert opening.wire.closed
    assert b"RSET\r\n" not in heard


def test_the_size_is_announced(office: Office) -> None:
    with session(Server("127.0.0.1", office.port, Security.PLAIN)) as opening:
        give(opening)
    assert f"SIZE={len(note().addressed(READER))}" in office.options[0]


# ---- Strange servers -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "status", "noted"),
    [
        (b"250 ok\r\n", Status.SENT, True),
        (b"250-a\r\n250 b\r\n", Status.SENT, True),
        (b"451 later\r\n", Status.DEFERRED, True),
        (b"554 no\r\n", Status.REFUSED, True),
        (b"", Status.UNCERTAIN, True),
        (b"2", Status.UNCERTAIN, True),
        (b"what?\r\n", Status.UNCERTAIN, True),
        (b"354 more\r\n", Status.UNCERTAIN, True),
        (b"250-" + b"x" * 100_000, Status.UNCERTAIN, True),
        (b"250-x\r\n" * 2000, Status.UNCERTAIN, True),
    ],
)
def test_only_a_plain_yes_is_one(answer: bytes, status: Status, noted: bool) -> None:
    journal: list[str] = []
    ok = b"250 ok\r\n"
    with scripted(ok, ok, b"354 go\r\n", answer) as (server, _heard), session(server) as opening:
        opening.timeout = 0.1
        verdict = give(opening, PLAIN, journal=journal)
        assert verdict.status is status
    assert bool(journal) is noted


@pytest.mark.parametrize("early", [b"451 no room", b"552 too large"])
def test_a_server_that_answers_too_soon_gets_no_end(early: bytes) -> None:
    journal: list[str] = []
    ok = b"250 ok\r\n"
    with (
        scripted(ok, ok, b"354 go\r\n" + early + b"\r\n") as (server, _heard),
        session(server) as opening,
    ):
        opening.timeout = 0.5
        verdict = give(opening, PLAIN, journal=journal)
    assert verdict.status is (Status.DEFERRED if early[:1] == b"4" else Status.REFUSED)
    assert journal == []


@pytest.mark.parametrize(
    "greeting", [b"", b"HTTP/1.1 400 Bad Request\r\n", b"\x16\x03\x01\r\n", b"421 busy\r\n"]
)
def test_a_server_that_doesn_t_greet(greeting: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            line, _ = listener.accept()
            with line:
                line.sendall(greeting)

        thread = threading.Thread(target=serve)
        thread.start()
        server = Server("127.0.0.1", listener.getsockname()[1], Security.PLAIN)
        with pytest.raises(DisconnectedError):
            open_session(server, None, TIMEOUT)
        thread.join(30)


def test_a_server_that_never_takes_anyone() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            line, _ = listener.accept()
            with line:
                line.sendall(b"554 no service\r\n")

        thread = threading.Thread(target=serve)
        thread.start()
        server = Server("127.0.0.1", listener.getsockname()[1], Security.PLAIN)
        with pytest.raises(ServerError, match="554 no service"):
            open_session(server, None, TIMEOUT)
        thread.join(30)


def test_a_server_that_trickles_doesn_t_keep_us() -> None:
    """Each byte comes in time, the line never does."""
    stop = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            line, _ = listener.accept()
            with line:
                while not stop.wait(0.05):
                    try:
                        line.sendall(b"2")
                    except OSError:
                        return

        thread = threading.Thread(target=serve)
        thread.start()
        server = Server("127.0.0.1", listener.getsockname()[1], Security.PLAIN)
        with pytest.raises(DisconnectedError, match="in time"):
            open_session(server, None, 0.4)
        stop.set()
        thread.join(30)


def test_no_command_has_two_lines(office: Office) -> None:
    with (
        session(Server("127.0.0.1", office.port, Security.PLAIN)) as opening,
        pytest.raises(ValueError, match="several lines"),
    ):
        opening.wire.command("RCPT TO:<a@b.fr>\r\nDATA")


def test_a_server_that_is_leaving_is_left() -> None:
    """It says 421 to a recipient: nothing more is said to it."""
    with scripted(b"250 ok\r\n", b"421 closing\r\n") as (server, heard), session(server) as opening:
        assert give(opening, PLAIN).status is Status.DEFERRED
        assert opening.is_over
    assert heard[-1].startswith(b"RCPT") or heard[-1] == b""
    assert b"RSET\r\n" not in heard


def test_a_server_that_can_t_begin_again_is_left() -> None:
    answers = (b"250 ok\r\n", b"550 nobody\r\n", b"500 what?\r\n")
    with scripted(*answers) as (server, _heard), session(server) as opening:
        assert give(opening, PLAIN).status is Status.REFUSED
        assert opening.is_over


def test_a_server_that_hung_up_while_nothing_was_said_is_noticed() -> None:
    with scripted() as (server, _heard), session(server) as opening:
        opening.wire.write(b"NOOP\r\n")
        with pytest.raises(DisconnectedError, match="closed the connection"):
            opening.wire.read()


def test_a_network_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def unreachable(*_arguments: object, **_options: object) -> None:
        raise OSError(113, "No route to host")

    monkeypatch.setattr(socket, "create_connection", unreachable)
    with pytest.raises(DisconnectedError, match="No route to host"):
        open_session(Server("192.0.2.1", 587, Security.STARTTLS), None, TIMEOUT)


def test_login_that_is_refused_at_the_name_stops_there() -> None:
    with (
        scripted(b"535 no\r\n", features=b"250-AUTH LOGIN\r\n") as (server, heard),
        pytest.raises(AuthenticationError, match="535 no"),
    ):
        open_session(server, JEANNE, TIMEOUT)
    assert not any(b"YW1" in line for line in heard[2:])


def test_a_server_refuses_ehlo() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            line, _ = listener.accept()
            with line, line.makefile("rb") as lines:
                line.sendall(b"220 bonjour\r\n")
                lines.readline()
                line.sendall(b"502 unknown\r\n")

        thread = threading.Thread(target=serve)
        thread.start()
        server = Server("127.0.0.1", listener.getsockname()[1], Security.PLAIN)
        with pytest.raises(ServerError, match="502 unknown"):
            open_session(server, None, TIMEOUT)
        thread.join(30)
