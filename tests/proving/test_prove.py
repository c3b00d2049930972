"""Quotations against their documents, or against the lock."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from types import MappingProxyType

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
    return Document("minic.txt", text, hashlib.sha256(text.encode()).hexdigest(), pages)


def one(quotation: str = QUOTATION) -> Dossier:
    made = extract(quotation=quotation)
    return dossier(made, sources=[replace(source(), id=made.source)])


def proved(what: Dossier, text: str | None = TEXT, lock: Lock | None = None) -> Proofs:
    (about,) = what.sources
    return prove(what, {about.id: document(text)} if text is not None else {}, lock)


def codes(proofs: Proofs) -> list[str]:
    return [finding.code for finding in proofs.findings]


@pytest.mark.parametrize(
    "hidden",
    [
        "nous <b — la région ment —>prendrons</b> en charge la moitié du déficit",
        "nous[^ne] prendrons[^jamais] en charge la moitié du déficit",
        "nous prendrons en charge [la moitié](https://faux.fr/jamais) du déficit",
        "nous prendrons en charge ~~la moitié~~ du déficit",
    ],
)
def test_markup_hides_no_words_from_the_document_nor_from_the_lock(hidden: str) -> None:
    lock = proved(one()).lock("2025-09-12")
    for proofs in (proved(one(hidden)), proved(one(hidden), None, lock)):
        assert not any(p.entry.verdict == Verdict.VERBATIM for p in proofs.by_extract.values())
        assert proofs.findings


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
    (finding,) = proved(changed, None, lock).findings
    assert (finding.code, finding.is_error) == ("BR606", True)


def test_a_lock_made_on_another_document_proves_nothing() -> None:
    lock = proved(one()).lock("2025-11-21")
    what = one()
    other = replace(what, sources=(replace(what.sources[0], document="autre.txt"),))
    proofs = proved(other, None, lock)
    assert codes(proofs) == ["BR606"]
    assert dict(proofs.by_extract) == {}
    unnamed = replace(what, sources=(replace(what.sources[0], document=""),))
    assert codes(proved(unnamed, None, lock)) == []


def test_who_silences_the_absence_of_documents_answers_for_them() -> None:
    what = one()
    checks = replace(what.checks, silenced=MappingProxyType({"BR604": "Un livre de papier."}))
    assert not proved(what, None).evidence(what).accepted
    silent = replace(what, checks=checks)
    assert proved(silent, None).evidence(silent).accepted


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
    assert (found.verdict, found.earlier, found.document) == (Verdict.VERBATIM, False, "minic.txt")
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


# ---- A document under another name ---------------------------------------------------------


def hint(what: Dossier, *names: str) -> str:
    """Return the hint of BR604 where the files `names` are at hand."""
    (found,) = prove(what, {}, None, names).findings
    assert found.code == "BR604"
    return str(found.hint)


def naming(name: str) -> Dossier:
    what = one()
    return replace(what, sources=(replace(what.sources[0], document=name),))


def test_the_document_looked_for_is_named() -> None:
    (found,) = proved(naming("documents/martin.txt"), None).findings
    assert "“documents/martin.txt”" in str(found.message)


def test_the_nearest_file_is_proposed() -> None:
    what = naming("martin.txt")
    (about,) = what.sources
    assert hint(what, "comptes.pdf", "martins.txt") == "did you mean “martins.txt”?"
    assert hint(what, "martins.txt", f"{about.id}.txt") == f"did you mean “{about.id}.txt”?"
    assert "--documents DIR" in hint(what, "comptes.pdf")
    assert "--documents DIR" in hint(naming("usagers-2025.txt"), "martin-25.txt")
    assert "--documents DIR" in hint(what)


def test_a_file_is_proposed_where_the_fiche_names_none() -> None:
    what = naming("")
    name = f"{what.sources[0].id}x.txt"
    assert hint(what, name) == f"if it is “{name}”, write: - document : {name}"


def test_a_file_that_serves_another_source_is_not_proposed() -> None:
    what = naming("minix.txt")
    other = replace(what.sources[0], id="autre", document="minic.txt")
    two = replace(what, sources=(*what.sources, other))
    (found,) = prove(two, {"autre": document()}, None, ["minic.txt"]).findings
    assert "minic" not in str(found.hint)


def test_the_proofs_that_serve_no_more_are_told() -> None:
    lock = proved(one()).lock("2025-11-21")
    assert proved(one(), None, lock).dropped == ()
    assert proved(one("autre chose"), None, lock).dropped == tuple(lock.entries)
