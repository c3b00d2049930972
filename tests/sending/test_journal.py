"""The journal: what a crash leaves of it, and that it is one's own."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import MachineError
from briefing.files import AppendOnlyFile, state_folder
from briefing.sending.addresses import Address
from briefing.sending.journal import Journal, journal_path, peek
from briefing.sending.outcomes import Reply, Status
from briefing.sending.recording import read_history, record

NOTE, OTHER = "a" * 64, "b" * 64
JEAN, LUC = Address("jean", "exemple.fr"), Address("luc", "exemple.fr")
EVENTS = ["intent", "sent", "refused", "deferred"]


def statuses(data: bytes, fingerprint: str = NOTE) -> dict[str, str]:
    return {key: one.status.value for key, one in read_history(data, fingerprint).verdicts.items()}


def lines(*events: str) -> bytes:
    return b"".join(record(NOTE, JEAN.key, event, Reply(250, "x")) + b"\n" for event in events)


@pytest.mark.parametrize(
    ("events", "status"),
    [
        (["intent"], "uncertain"),
        (["intent", "sent"], "sent"),
        (["intent", "deferred"], "deferred"),
        (["intent", "deferred", "intent"], "uncertain"),
        (["refused"], "refused"),
        (["refused", "intent", "sent"], "sent"),
    ],
)
def test_the_last_event_counts(events: list[str], status: str) -> None:
    assert statuses(lines(*events)) == {JEAN.key: status}


def test_each_message_has_its_own_history() -> None:
    assert statuses(lines("intent", "sent"), OTHER) == {}


def test_a_journal_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "journal.jsonl"
    with AppendOnlyFile(path) as file:
        journal = Journal(file, NOTE)
        assert journal.history.verdicts == {}
        journal.intend(JEAN)
        journal.conclude(JEAN, Status.SENT, Reply(250, "pris œ\nfin"))
        journal.intend(LUC)
    history = peek(path, NOTE)
    assert history.unread == 0
    assert str(history.verdicts[JEAN.key].reason) == "250 pris œ\nfin"
    assert history.verdicts[JEAN.key].earlier
    assert history.verdicts[LUC.key].status is Status.UNCERTAIN
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_there_is_no_journal_yet(tmp_path: Path) -> None:
    assert not peek(tmp_path / "none.jsonl", NOTE).verdicts


@given(st.lists(st.sampled_from(EVENTS), min_size=1), st.data())
def test_a_journal_cut_off_anywhere_forgets_its_last_line_at_most(
    tmp_path_factory: pytest.TempPathFactory, events: list[str], data: st.DataObject
) -> None:
    """What follows is read even so."""
    whole = lines(*events)
    cut = data.draw(st.integers(0, len(whole)))
    path = tmp_path_factory.mktemp("journal") / "j.jsonl"
    path.write_bytes(whole[:cut])
    with AppendOnlyFile(path) as file:
        Journal(file, NOTE).intend(LUC)
    left = whole[:cut].count(b"\n")
    # The last line may be whole but for its end: it then counts.
    possible = [statuses(lines(*events[:count])) for count in (left, left + 1)]
    now = statuses(path.read_bytes())
    assert now.pop(LUC.key) == "uncertain"
    assert now in possible
    assert path.read_bytes().startswith(whole[:cut])
    assert read_history(path.read_bytes(), NOTE).unread <= 1


@given(st.binary(max_size=100))
def test_any_bytes_are_a_journal(rubbish: bytes) -> None:
    history = read_history(rubbish + b"\n" + lines("sent"), NOTE)
    assert history.verdicts[JEAN.key].status is Status.SENT


@pytest.mark.parametrize(
    "line", [b"{}", b"[]", b"3", b'{"message": 1, "to": "a", "event": "sent"}', b"[" * 100_000]
)
def test_a_line_that_makes_no_sense_is_counted(line: bytes) -> None:
    assert read_history(line + b"\n" + lines("sent"), NOTE).unread == 1


def test_two_runs_can_t_have_one_journal(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    with AppendOnlyFile(path), pytest.raises(MachineError, match="another run is at work"):
        AppendOnlyFile(path)
    AppendOnlyFile(path).close()


def test_a_journal_that_can_t_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="Is a directory"):
        AppendOnlyFile(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(MachineError, match=r"file"):
        AppendOnlyFile(tmp_path / "file" / "j.jsonl")


def test_a_line_that_the_disk_refuses_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    with AppendOnlyFile(tmp_path / "j.jsonl") as file:
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(MachineError, match="No space left on device"):
            Journal(file, NOTE).intend(JEAN)


def test_journals_outlive_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert journal_path(NOTE) == tmp_path / "state" / "briefing" / "sent" / f"{NOTE[:32]}.jsonl"
    monkeypatch.setenv("XDG_STATE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert state_folder() == tmp_path / ".local" / "state" / "briefing"

    def homeless(self: Path) -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "expanduser", homeless)
    with pytest.raises(MachineError, match="no home folder"):
        state_folder()
