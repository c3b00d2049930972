"""Quotations against their documents, or against the lock."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from briefing.anchoring import Verdict
from briefing.model.document import Document
from briefing.model.dossier import Dossier
from briefing.model.verification import Verification
from briefing.proving import Lock, Proofs, prove, read_lock, trace, write_lock
from tests.builders import dossier, edtf, extract, source

TEXT = "Hier. La région dit : nous prendrons en charge la moitié du déficit. Rien de plus."
QUOTATION = "nous prendrons en charge la moitié du déficit"


def document(text: str = TEXT, pages: tuple[int, ...] = ()) -> Document:
    return Document("texte.txt", text, hashlib.sha256(text.encode()).hexdigest(), pages)


def one(quotation: str = QUOTATION) -> Dossier:
    made = extract(quotation=quotation)
    return dossier(made, sources=[replace(source(), id=made.source)])


def proved(what: Dossier, text: str | None = TEXT, lock: Lock | None = None) -> Proofs:
    (about,) = what.sources
    return prove(what, {about.id: document(text)} if text is not None else {}, lock)


def codes(proofs: Proofs) -> list[str]:
    return [finding.code for finding in proofs.findings]


def test_a_quotation_stands_word_for_word() -> None:
    proofs = proved(one())
    (proof,) = proofs.by_extract.values()
    assert proofs.findings == ()
    assert proof.entry.verdict == Verdict.VERBATIM
    assert TEXT[proof.entry.start : proof.entry.end] == QUOTATION
    assert proof.entry.prefix.endswith("dit : ")
    assert not proof.earlier


@pytest.mark.parametrize(
    ("quotation", "code"),
    [
        ("nous prendrons en charge le tiers du déficit", "BR602"),
        ("le train de nuit roulera dès demain matin", "BR601"),
    ],
)
def test_a_quotation_that_is_not_there_is_an_error(quotation: str, code: str) -> None:
    proofs = proved(one(quotation))
    assert codes(proofs) == [code]
    assert proofs.findings[0].is_error


def test_a_changed_word_is_shown() -> None:
    (found,) = proved(one("nous prendrons en charge le tiers du déficit")).findings
    assert "tiers" in str(found.hint)
    assert "moitié" in str(found.hint)


def test_a_quotation_that_stands_twice_is_a_warning() -> None:
    proofs = proved(one(), f"{TEXT} {TEXT}")
    assert codes(proofs) == ["BR603"]
    assert "2 times" in str(proofs.findings[0].message)


def test_without_document_nor_lock_nothing_is_verified() -> None:
    proofs = proved(one(), None)
    assert codes(proofs) == ["BR604"]
    assert dict(proofs.by_extract) == {}


def test_the_lock_serves_where_the_document_is_absent() -> None:
    lock = proved(one()).lock("2025-11-21")
    later = proved(one(), None, lock)
    assert later.findings == ()
    assert [proof.earlier for proof in later.by_extract.values()] == [True]


def test_a_quotation_changed_since_the_lock_makes_it_stale() -> None:
    lock = proved(one()).lock("2025-11-21")
    changed = one("nous prendrons en charge la moitié")
    assert codes(proved(changed, None, lock)) == ["BR606"]


def test_typography_alone_leaves_the_lock_fresh() -> None:
    lock = proved(one()).lock("2025-11-21")
    assert codes(proved(one(QUOTATION.replace(" ", "\u00a0", 1)), None, lock)) == []


def test_a_document_changed_since_the_lock_is_told() -> None:
    lock = proved(one()).lock("2025-11-21")
    assert codes(proved(one(), f"{TEXT} Fin.", lock)) == ["BR605"]


def test_the_lock_chooses_between_repeats() -> None:
    lock = proved(one(), f"Autre chose. {TEXT}").lock("2025-11-21")
    proofs = proved(
        one(), f"Autre chose. {TEXT} Plus loin, ils répètent : {QUOTATION}, dit-on.", lock
    )
    assert "BR603" not in codes(proofs)


def test_the_lock_is_read_as_it_was_written_one_extract_a_line() -> None:
    lock = proved(one()).lock("2025-11-21")
    text = write_lock(lock)
    assert read_lock(text, "dossier.lock.json") == (lock, [])
    assert sum('"verdict"' in line for line in text.splitlines()) == 1
    assert write_lock(lock) == text


@pytest.mark.parametrize("text", ["", "[]", "{", '{"version": 9}', '{"version": 1, "extracts": 3}'])
def test_what_is_no_lock_is_told(text: str) -> None:
    lock, findings = read_lock(text, "dossier.lock.json")
    assert lock is None
    assert [finding.code for finding in findings] == ["BR608"]


def test_a_page_is_kept() -> None:
    what = one()
    text = f"Page un.\n\f\n{TEXT}"
    (about,) = what.sources
    proofs = prove(what, {about.id: document(text, (0, 11))})
    assert [proof.entry.page for proof in proofs.by_extract.values()] == [2]


# ---- What a briefing is told ---------------------------------------------------------------


def told(what: Dossier, text: str | None = TEXT, lock: Lock | None = None) -> Verification:
    (verification,) = proved(what, text, lock).evidence(what).verifications.values()
    return verification


def test_a_briefing_is_told_the_place_and_its_context() -> None:
    found = told(one())
    assert (found.verdict, found.earlier, found.document) == (Verdict.VERBATIM, False, "texte.txt")
    (fragment,) = found.fragments
    assert TEXT[fragment.start : fragment.end] == fragment.exact == QUOTATION
    assert (fragment.prefix, fragment.suffix) == ("Hier. La région dit : ", ". Rien de plus.")


ODD = [
    "nous prendrons […] la moitié du déficit",
    "nous\u00a0prendrons en charge la moitié du déficit",
    "« nous prendrons en charge la moitié du déficit »",
]
"""Quotations that aren't, sign for sign, what stands in the document."""


@pytest.mark.parametrize("quotation", ODD)
def test_the_exact_words_of_each_part_are_told(quotation: str) -> None:
    found = told(one(quotation))
    assert len(found.fragments) == 1 + quotation.count("[…]")
    assert all(TEXT[part.start : part.end] == part.exact for part in found.fragments)


@pytest.mark.parametrize("quotation", [QUOTATION, *ODD])
def test_the_lock_tells_the_same_without_the_document(quotation: str) -> None:
    lock, _ = read_lock(write_lock(proved(one(quotation)).lock("2025-11-21")), "dossier.lock.json")
    evidence = proved(one(quotation), None, lock).evidence(one(quotation))
    (found,) = evidence.verifications.values()
    assert found == replace(told(one(quotation)), earlier=True)
    assert evidence.locked_on == edtf("2025-11-21")


def test_what_was_not_asked_or_not_found_has_no_place() -> None:
    assert told(one(), None) == Verification()
    assert told(one("le train de nuit roulera dès demain matin")).fragments == ()


def test_a_lock_with_another_verdict_than_ours_is_told() -> None:
    text = write_lock(proved(one()).lock("2025-11-21")).replace('"verbatim"', '"perfect"')
    assert [finding.code for finding in read_lock(text, "dossier.lock.json")[1]] == ["BR608"]


def test_an_extract_without_quotation_is_not_looked_for() -> None:
    assert proved(one("")).findings == ()


def test_a_trace_shows_the_passage_in_its_context() -> None:
    what = one()
    (proof,) = proved(what).by_extract.values()
    found = trace(what.extracts[0], proof, document())
    assert (found.before, found.passage) == (TEXT.partition(QUOTATION)[0], QUOTATION)
    without = trace(what.extracts[0], proof, None)
    assert without.passage == QUOTATION
    assert without.before == proof.entry.prefix
