"""Any full text: the format by the suffix, the hash of the bytes, and a word when it can't be."""

from __future__ import annotations

import subprocess
import sys
from hashlib import sha256

import pytest

from briefing.documents import MAX_BYTES, DocumentError, read_document, reading
from briefing.errors import BriefingError, MachineError
from tests.documents.making import pdf, saved, word


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"Une phrase."),
        ("a.md", b"Une phrase."),
        ("a.markdown", b"Une phrase."),
        ("A.TXT", b"Une phrase."),
        ("a.pdf", pdf(["Une phrase."])),
        ("a.html", b"<p>Une phrase.</p>"),
        ("a.htm", b"<p>Une phrase.</p>"),
        ("a.docx", saved(word("Une phrase."))),
        ("v1.2 (fin).d.txt", b"Une phrase."),
    ],
)
def test_the_suffix_gives_the_format(name: str, data: bytes) -> None:
    document = read_document(name, data)
    assert (document.name, document.text.strip()) == (name, "Une phrase.")
    assert document.sha256 == sha256(data).hexdigest()


def test_the_name_is_that_of_the_file() -> None:
    assert read_document("documents/sous/a.txt", b"").name == "a.txt"


@pytest.mark.parametrize(
    "name", ["a", "", ".txt", "a.doc", "a.odt", "a.txt.zip", "documents.txt/a", "d/.pdf"]
)
def test_another_format_is_refused(name: str) -> None:
    with pytest.raises(DocumentError, match="no format that can be read") as caught:
        read_document(name, b"")
    assert ".pdf, .html" in str(caught.value.hint)


def test_a_file_of_more_than_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 1_000_000)
    assert read_document("a.txt", b"a" * 1_000_000).text
    with pytest.raises(DocumentError, match=r"“a.txt” is larger than 1 MB"):
        read_document("a.txt", b"a" * 1_500_000)


def test_the_limit_is_50_megabytes() -> None:
    assert MAX_BYTES == 50_000_000


def test_an_error_of_a_document_stops_as_an_error_of_the_dossier() -> None:
    assert issubclass(DocumentError, BriefingError)
    assert DocumentError.exit_code == 1


@pytest.mark.parametrize(
    ("library", "name", "extra"),
    [
        ("trafilatura", "a.html", "html"),
        ("trafilatura", "a.htm", "html"),
        ("docx", "a.docx", "docx"),
    ],
)
def test_a_missing_extra_is_named(
    library: str, name: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MachineError, match=f"reading “{name}” needs the extra “{extra}”") as caught:
        read_document(name, b"<p>a</p>")
    assert f"pip install 'briefing[{extra}]'" in str(caught.value.hint)
    assert caught.value.exit_code == 3


def test_without_the_extras_the_other_formats_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for library in ("trafilatura", "docx"):
        monkeypatch.setitem(sys.modules, library, None)
    assert read_document("a.pdf", pdf(["mot"])).text.strip() == "mot"
    assert read_document("a.md", b"mot").text == "mot"


def test_the_libraries_load_only_when_needed() -> None:
    code = (
        "import sys, briefing.documents as d; d.read_document('a.txt', b'');"
        "print(*{'pypdf', 'trafilatura', 'docx', 'lxml'} & set(sys.modules))"
    )
    run = [sys.executable, "-c", code]
    assert subprocess.run(run, capture_output=True, text=True, check=True).stdout.split() == []
