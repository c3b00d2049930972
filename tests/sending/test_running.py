"""Whole runs with a real server: who gets what, what is refused, put off, in doubt, resumed."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterable
from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from briefing.errors import MachineError
from briefing.files import AppendOnlyFile
from briefing.model.finding import message as say
from briefing.sending.journal import Journal
from briefing.sending.outcomes import Result, Status
from briefing.sending.running import Patience, World, run
from briefing.sending.server import Security, Server
from briefing.sending.session import ServerError, open_session
from briefing.sending.smtp import Plan, Request, perform, prepare
from tests.sending.posting import SUBJECT, Answer, Office, message, opened

PEOPLE = tuple(f"p{number}@lecteurs.example" for number in range(6))
QUICK = Patience(attempts=3, wait=0.01)


@pytest.fixture
def request_(office: Office, tmp_path: Path) -> Request:
    return asked(office, tmp_path)


def asked(office: Office, folder: Path, to: Iterable[str] = PEOPLE) -> Request:
    (folder / "note.eml").write_bytes(message())
    server = Server("127.0.0.1", office.port, Security.PLAIN)
    return Request(folder / "note.eml", server, tuple(to), timeout=5, patience=QUICK)


def statuses(result: Result) -> dict[str, str]:
    return {address.mailbox: verdict.status.value for address, verdict in result.verdicts.items()}


def by(prefix: str, answer: str, times: int = 1000) -> Answer:
    """Return an answer for those whose address begins so, the first `times` times."""
    left = [times]

    def said(address: str) -> str | None:
        if not address.startswith(prefix) or not left[0]:
            return None
        left[0] -= 1
        return answer

    return said


def test_each_gets_one_message_of_their_own(office: Office, request_: Request) -> None:
    result = perform(prepare(request_))
    assert result.complete
    assert result.stopped is None
    assert [address for address, _ in office.received] == list(PEOPLE)
    assert office.sessions == 1
    ids = set()
    for address, data in office.received:
        parsed = message_from_bytes(data, policy=policy.default)
        assert parsed["To"] == address
        assert parsed["Subject"] == SUBJECT
        assert "Bcc" not in parsed
        assert "Cc" not in parsed
        assert len(parsed.get_all("Message-ID", [])) == 1
        ids.add(parsed["Message-ID"])
        body = parsed.get_body(("plain",))
        assert body
        assert body.get_content().replace("\r\n", "\n") == "Bonjour,\n.\n..deux points\nœuvre\n"
    assert len(ids) == len(PEOPLE)


def test_a_second_run_sends_nothing(office: Office, request_: Request) -> None:
    perform(prepare(request_))
    plan = prepare(request_)
    assert plan.left == 0
    assert perform(plan).complete
    assert office.copies == dict.fromkeys(PEOPLE, 1)
    assert office.sessions == 1


def test_new_people_on_a_list_are_the_only_ones_written_to(office: Office, tmp_path: Path) -> None:
    perform(prepare(asked(office, tmp_path, PEOPLE[:2])))
    perform(prepare(asked(office, tmp_path, PEOPLE[:3])))
    assert [address for address, _ in office.received] == list(PEOPLE[:3])


def test_a_refusal_stays_one_until_it_is_tried_again(office: Office, request_: Request) -> None:
    office.rcpt = by("p1", "550 no such user")
    result = perform(prepare(request_))
    assert statuses(result)["p1@lecteurs.example"] == "refused"
    assert result.count(Status.SENT) == len(PEOPLE) - 1
    (refused,) = (one for one in result.verdicts.values() if one.status is Status.REFUSED)
    assert (refused.code, str(refused.reason)) == (550, "550 no such user")

    office.rcpt = lambda _address: None
    again = perform(prepare(request_))
    assert statuses(again) == statuses(result)
    patience = replace(QUICK, refused_too=True)
    assert perform(prepare(replace(request_, patience=patience))).complete


@pytest.mark.parametrize("step", ["mail", "rcpt", "data"])
def test_whoever_is_put_off_gets_it_later_in_the_run(
    office: Office, request_: Request, step: str
) -> None:
    setattr(office, step, by("" if step == "mail" else "p2", "451 later", times=2))
    result = perform(prepare(request_))
    assert result.complete
    assert office.copies == dict.fromkeys(PEOPLE, 1)


def test_whoever_is_put_off_too_often_waits_for_the_next_run(
    office: Office, request_: Request
) -> None:
    office.rcpt = by("p2", "450 greylisted")
    result = perform(prepare(request_))
    assert statuses(result)["p2@lecteurs.example"] == "deferred"
    (verdict,) = (one for one in result.verdicts.values() if one.status is Status.DEFERRED)
    assert verdict.attempts == QUICK.attempts
    office.rcpt = lambda _address: None
    assert perform(prepare(request_)).complete
    assert office.copies == dict.fromkeys(PEOPLE, 1)


@pytest.mark.parametrize("step", ["mail", "rcpt", "during"])
def test_a_line_lost_before_the_end_of_a_message_leaves_no_doubt(
    office: Office, request_: Request, step: str
) -> None:
    """The message is larger than what the system would take on its own."""
    large = message() + b"".join(b"%076d\r\n" % number for number in range(60_000))
    request_.file.write_bytes(large)
    setattr(office, step, by("" if step == "mail" else "p3", "", times=2))
    result = perform(prepare(replace(request_, to=PEOPLE[2:4])))
    assert result.complete
    assert office.copies == dict.fromkeys(PEOPLE[2:4], 1)
    assert office.sessions == 3


def test_a_line_lost_while_the_journal_is_written_leaves_no_doubt(
    office: Office, request_: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server hung up before the end was given: the next run sends it."""
    append = AppendOnlyFile.append
    hung_up = threading.Event()

    def slow(self: AppendOnlyFile, line: bytes) -> None:
        append(self, line)
        if b"intent" in line and not hung_up.is_set():
            office.hang_up()
            assert hung_up.wait(30)
            time.sleep(0.2)  # its socket closes right after

    monkeypatch.setattr(AppendOnlyFile, "append", slow)
    office.closed = hung_up.set
    plan = prepare(replace(request_, to=PEOPLE[:1]))
    assert perform(plan).complete
    lines = plan.journal.read_text().splitlines()
    events = [json.loads(line)["event"] for line in lines]
    assert events == ["intent", "deferred", "intent", "sent"]
    assert len(office.received) == 1


@pytest.mark.parametrize(("step", "copies"), [("taken", 1), ("data", 0)])
def test_an_answer_that_is_lost_is_uncertain_and_not_sent_again(
    office: Office, request_: Request, step: str, copies: int
) -> None:
    setattr(office, step, by("p4", "", times=1))
    result = perform(prepare(request_))
    assert statuses(result)["p4@lecteurs.example"] == "uncertain"
    assert result.count(Status.SENT) == len(PEOPLE) - 1

    again = perform(prepare(request_))
    assert statuses(again)["p4@lecteurs.example"] == "uncertain"
    assert office.copies["p4@lecteurs.example"] == copies

    patience = replace(QUICK, uncertain_too=True)
    assert perform(prepare(replace(request_, patience=patience))).complete
    assert office.copies["p4@lecteurs.example"] == copies + 1


def test_an_answer_that_comes_too_late_is_uncertain(office: Office, request_: Request) -> None:
    office.delay = 30
    result = perform(prepare(replace(request_, to=PEOPLE[:1], timeout=0.1)))
    assert statuses(result) == {PEOPLE[0]: "uncertain"}
    (verdict,) = result.verdicts.values()
    assert str(verdict.reason) == "the server didn't answer in time"


def test_a_message_refused_as_a_whole_is_refused(office: Office, request_: Request) -> None:
    office.data = by("p5", "554 spam")
    result = perform(prepare(request_))
    assert statuses(result)["p5@lecteurs.example"] == "refused"
    assert result.count(Status.SENT) == len(PEOPLE) - 1
    assert prepare(request_).left == 0


def test_a_sender_who_is_refused_stops_the_run(office: Office, request_: Request) -> None:
    office.mail = lambda _address: "550 who are you"
    result = perform(prepare(request_))
    assert "takes nothing from lettre@valmont.example: 550 who" in str(result.stopped)
    assert result.count(Status.UNTRIED) == len(PEOPLE)
    office.mail = lambda _address: None
    assert perform(prepare(request_)).complete


def test_a_server_that_isn_t_there_stops_the_run_at_once(tmp_path: Path, loopback: None) -> None:
    with opened() as office:
        request = asked(office, tmp_path)
    result = perform(prepare(request))
    assert isinstance(result.stopped, ServerError)
    assert "nothing answers at 127.0.0.1" in str(result.stopped)
    assert result.count(Status.UNTRIED) == len(PEOPLE)


def test_a_server_that_goes_away_stops_the_run_after_some_attempts(
    tmp_path: Path, loopback: None
) -> None:
    """Its line is cut, and then nobody greets any more."""
    office = Office()
    with opened(office) as server:
        server.mail = lambda _address: "" if len(server.received) >= 2 else None
        server.greeting = lambda: len(server.received) < 2
        result = perform(prepare(asked(server, tmp_path)))
    assert result.count(Status.SENT) == 2
    assert isinstance(result.stopped, ServerError)
    assert result.stopped.hint is not None
    assert result.count(Status.UNTRIED) + result.count(Status.DEFERRED) == len(PEOPLE) - 2


def test_a_disk_that_fails_before_the_end_of_a_message_stops_it(
    office: Office, request_: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: AppendOnlyFile, line: bytes) -> None:
        raise MachineError(say("no space"))

    monkeypatch.setattr(AppendOnlyFile, "append", full)
    result = perform(prepare(request_))
    assert str(result.stopped) == "no space"
    assert office.received == []


def test_ctrl_c_ends_the_run_with_a_report(office: Office, request_: Request) -> None:
    def interrupted(share: float) -> None:
        raise KeyboardInterrupt

    result = perform(prepare(request_), interrupted)
    assert str(result.stopped) == "interrupted"
    assert statuses(result) == dict.fromkeys(PEOPLE, "untried") | {PEOPLE[0]: "sent"}


def test_a_run_holds_its_journal_alone(office: Office, request_: Request) -> None:
    plan: Plan = prepare(request_)
    with AppendOnlyFile(plan.journal), pytest.raises(MachineError, match="another run is at work"):
        perform(plan)
    assert office.received == []


def test_a_session_isn_t_used_for_too_long(office: Office, tmp_path: Path) -> None:
    many = [f"n{number}@lecteurs.example" for number in range(101)]
    assert perform(prepare(asked(office, tmp_path, many))).complete
    assert office.sessions == 2
    assert len(office.received) == 101


# ---- Time ----------------------------------------------------------------------------------


class Clock:
    """Passes when one sleeps, and not otherwise."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.slept: list[float] = []

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.time += seconds


def timed(request: Request, clock: Clock, patience: Patience) -> Result:
    plan = prepare(request)
    world = World(
        lambda: open_session(request.server, None, request.timeout), clock.now, clock.sleep
    )
    with AppendOnlyFile(plan.journal) as file:
        journal = Journal(file, plan.outgoing.fingerprint)
        return run(plan.outgoing, plan.recipients.addresses, journal, patience, world)


def test_a_rate_parts_the_messages(office: Office, request_: Request) -> None:
    clock = Clock()
    assert timed(request_, clock, Patience(interval=2)).complete
    assert clock.slept == [2] * (len(PEOPLE) - 1)
    assert office.sessions == 1


def test_a_server_isn_t_kept_waiting_for_long(office: Office, request_: Request) -> None:
    clock = Clock()
    assert timed(request_, clock, Patience(interval=30)).complete
    assert office.sessions == len(PEOPLE)


def test_each_wait_of_one_put_off_is_longer(office: Office, request_: Request) -> None:
    office.rcpt = by("p0", "450 later", times=3)
    clock = Clock()
    assert timed(request_, clock, Patience(attempts=4, wait=60)).complete
    assert clock.slept == [60, 180, 540]


def test_a_server_that_was_there_is_waited_for(office: Office, request_: Request) -> None:
    """It hangs up, and greets again at the third try."""
    clock = Clock()
    office.mail = by("", "", times=1)
    office.greeting = lambda: office.sessions == 1 or len(clock.slept) >= 2
    result = timed(replace(request_, to=PEOPLE[:2]), clock, Patience(attempts=4, wait=60))
    assert result.complete
    assert clock.slept[:2] == [60, 180]
