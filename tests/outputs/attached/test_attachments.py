"""The files of a PDF together, and their fingerprint."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from briefing import resources
from briefing.model.briefing import Briefing
from briefing.model.edition import Attachment
from briefing.outputs.attached import attachments, fingerprint
from briefing.outputs.attached.annotations import to_annotations
from briefing.outputs.attached.bibliography import to_csl
from briefing.outputs.attached.structure import to_json
from tests.builders import FEWER, assembled, dossier, extract
from tests.outputs.attached.evidence import Proved, briefings

ROOT = Path(__file__).resolve().parent.parent.parent.parent

FILES = st.lists(
    st.builds(Attachment, st.text("ab", max_size=3), st.binary(max_size=3)), max_size=3
)


def test_there_are_three_by_name(starter_briefing: Briefing) -> None:
    found = attachments(starter_briefing)
    assert [(file.name, file.media_type, file.relationship) for file in found] == [
        ("briefing.json", "application/json", "Data"),
        ("extraits.jsonld", "application/ld+json", "Supplement"),
        ("sources.json", "application/vnd.citationstyles.csl+json", "Data"),
    ]
    assert all(file.description for file in found)
    writers = (to_json, to_annotations, to_csl)
    assert [file.data.decode() for file in found] == [write(starter_briefing) for write in writers]


@FEWER
@given(briefings())
def test_any_briefing_can_be_attached(made: Proved) -> None:
    for file in attachments(made.briefing):
        assert file.data.endswith(b"\n")
        assert str(ROOT).encode() not in file.data


def test_another_process_makes_the_same_files(starter_briefing: Briefing) -> None:
    """Neither the clock nor the order of Python's sets is in them."""
    code = (
        "import sys, briefing; from briefing.outputs.attached import attachments, fingerprint;"
        "made = briefing.assemble(briefing.read_dossier(sys.argv[1]).dossier);"
        "print(fingerprint(attachments(made)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, str(resources.starter_folder())],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={"PYTHONHASHSEED": "1234", "TZ": "Asia/Tokyo"},
    )
    assert result.stdout.strip() == fingerprint(attachments(starter_briefing))


# ---- The fingerprint -----------------------------------------------------------------------


def test_it_is_the_sha_256_of_names_and_contents_after_their_lengths() -> None:
    framed = (
        b"\0\0\0\0\0\0\0\x01a" + b"\0\0\0\0\0\0\0\x02xy" + b"\0\0\0\0\0\0\0\x02\xc3\xa9" + bytes(8)
    )
    files = [Attachment("é", b""), Attachment("a", b"xy")]
    assert fingerprint(files) == hashlib.sha256(framed).hexdigest()


@given(FILES, st.randoms(use_true_random=False))
def test_the_order_of_the_files_is_nothing(files: list[Attachment], chance: Random) -> None:
    shuffled = [*files]
    chance.shuffle(shuffled)
    assert fingerprint(shuffled) == fingerprint(files)


@given(FILES, FILES)
def test_other_names_or_bytes_have_another_fingerprint(
    one: list[Attachment], other: list[Attachment]
) -> None:
    """A byte that goes from a name to its content, or from a file to the next, is seen."""

    def contents(files: list[Attachment]) -> list[tuple[str, bytes]]:
        return sorted((file.name, file.data) for file in files)

    assert (fingerprint(one) == fingerprint(other)) == (contents(one) == contents(other))


def test_what_describes_a_file_is_not_hashed() -> None:
    bare, told = Attachment("a", b"x"), Attachment("a", b"x", "text/plain", "Un texte", "Data")
    assert fingerprint([bare]) == fingerprint([told])


def test_a_changed_quotation_changes_it() -> None:
    one, other = (assembled(dossier(extract(quotation=q))) for q in ("oui", "non"))
    assert fingerprint(attachments(one)) != fingerprint(attachments(other))
