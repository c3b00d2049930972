"""Lists: each address once, every fault and every repetition told at its line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.sending.recipients import Place, Recipients, gather, list_lines

LIST = """\
# lecteurs
Jean Roche <jean@exemple.fr>

zoe@exemple.fr
JEAN@exemple.fr
"""


def read(data: str | bytes) -> Recipients:
    return gather(list_lines("liste.txt", data.encode() if isinstance(data, str) else data))


def mailboxes(recipients: Recipients) -> list[str]:
    return [address.mailbox for address in recipients.addresses]


def test_a_list() -> None:
    recipients = read(LIST)
    assert mailboxes(recipients) == ["jean@exemple.fr", "zoe@exemple.fr"]
    assert recipients.addresses[0].name == "Jean Roche"
    assert recipients.faults == ()
    (again,) = recipients.duplicates
    assert str(again.place) == "liste.txt:5"
    assert str(again.message) == "“JEAN@exemple.fr” stands at liste.txt:2 already"


def test_all_faults_are_told() -> None:
    recipients = read(b"a@b.fr\njean\n\nluc@\nc@d.fr\n" + b"\xe9t\xe9@e.fr\n")
    assert [str(fault.place) for fault in recipients.faults] == [
        "liste.txt:2",
        "liste.txt:4",
        "liste.txt:6",
    ]
    assert str(recipients.faults[2].message) == "the line isn't UTF-8"
    assert mailboxes(recipients) == ["a@b.fr", "c@d.fr"]


def test_line_ends_and_marks_of_any_system_are_read() -> None:
    expected = ["jean@exemple.fr", "zoe@exemple.fr"]
    assert mailboxes(read(b"\xef\xbb\xbf" + LIST.replace("\n", "\r\n").encode())) == expected
    assert mailboxes(read(LIST.replace("\n", "\r"))) == expected


def test_an_address_of_the_command_line_is_told_as_such() -> None:
    recipients = gather([(Place("--to", 0), "jean")])
    assert str(recipients.faults[0].place) == "--to"


@given(st.lists(st.sampled_from(["a@b.fr", "A@B.fr", "c@d.fr", "e", "# f", ""])))
def test_each_line_is_an_address_a_repetition_a_fault_or_nothing(lines: list[str]) -> None:
    recipients = read("\n".join(lines))
    told = len(recipients.addresses) + len(recipients.duplicates) + len(recipients.faults)
    assert told == sum(bool(line) and not line.startswith("#") for line in lines)
    keys = [address.key for address in recipients.addresses]
    assert len(set(keys)) == len(keys)
