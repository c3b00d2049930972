"""A finished PDF passes; whatever is changed in it, or in its document, is told."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.finished import FinishedPdf
from briefing.verifying import NAMES, State
from briefing.verifying.attached import read_attached
from briefing.verifying.pages import read_pages
from briefing.verifying.printed import printed_checks
from tests.verifying.making import (
    TEXT,
    document,
    edited,
    failures,
    in_json,
    read_back,
    resealed,
    small_pdf,
    verified,
    with_files,
)

OFFER = "martin-2025#offre"
WINTER = "martin-2025#hiver"


def test_what_was_built_passes(finished: FinishedPdf) -> None:
    report = verified(finished, TEXT)
    assert failures(report) == {}
    assert {check.state for check in report.checks} == {State.PASSED}
    counts = {check.name: check.count for check in report.checks}
    assert counts["attachments"] == 3
    assert counts["print.quotations"] == counts["print.notes"] == 2
    assert counts["documents.places"] == 3  # one of the two quotations has an elision
    assert report.checks[-1].verdicts == (("verbatim", 2),)


def test_without_documents_these_are_not_checked(finished: FinishedPdf) -> None:
    report = verified(finished)
    assert not report.failed
    assert report.checks[-1].state is State.UNCHECKED
    assert report.unproved == 2


def test_what_typography_raises_or_slants_is_read_back() -> None:
    raised = {
        "la moitié du déficit": "la ligne n° 5 du XXe siècle, dit Mme Roche le 1er mai,",
        "Valmont attend": "*Valmont* attend",
        "\n- type": "\n- numéro : 12\n- édition : 2\n- doi : 10.1000/182\n- type",
    }

    def edit(text: str) -> str:
        for old, new in raised.items():
            text = text.replace(old, new)
        return text

    report = verified(read_back(small_pdf(edit=edit)), edit(TEXT))
    assert failures(report) == {}
    assert {check.state for check in report.checks} == {State.PASSED}


@pytest.mark.parametrize("name", NAMES)
def test_an_attachment_touched_breaks_the_fingerprint(finished: FinishedPdf, name: str) -> None:
    changed = dict(finished.attachments) | {name: finished.attachments[name] + b"\n"}
    spoilt = replace(finished, attachments=changed)
    assert {"fingerprint", "fingerprint.printed"} <= failures(verified(spoilt)).keys()
    # What is printed can't be sealed again.
    assert failures(verified(resealed(spoilt))).keys() == {"fingerprint.printed"}


def test_a_pdf_without_fingerprint_fails(finished: FinishedPdf) -> None:
    bare = replace(finished, info={})
    assert failures(verified(bare)) == {
        "fingerprint": ["BriefingProof the PDF holds no fingerprint"],
        "print.made": ["BriefingPages the PDF doesn't tell how its pages were made"],
    }


def test_the_fingerprint_is_found_as_it_is_printed(finished: FinishedPdf) -> None:
    assert re.search(r"Empreinte\s:", finished.pages[-1])
    states = {check.name: check.state for check in verified(finished).checks}
    assert states["fingerprint.printed"] is State.PASSED


@pytest.mark.parametrize("edit", [("Empreinte", "Empreintc"), ("Empreinte", ""), (r"(?s).+", "")])
def test_a_fingerprint_that_should_be_printed_and_isnt_fails(
    finished: FinishedPdf, edit: tuple[str, str]
) -> None:
    pages = tuple(re.sub(*edit, page) for page in finished.pages)
    found = failures(verified(replace(finished, pages=pages)))
    assert found["fingerprint.printed"] == ["the pages show no fingerprint"]


def test_an_edition_without_legal_lines_prints_no_fingerprint(finished: FinishedPdf) -> None:
    def without(value: Any) -> None:
        value["sections"].remove("mentions")

    data = in_json(finished.attachments["briefing.json"], without)
    spoilt = resealed(with_files(finished, briefing=data))
    report = verified(replace(spoilt, pages=without_seal(spoilt.pages)))
    states = {check.name: check.state for check in report.checks}
    assert states["fingerprint.printed"] is State.UNCHECKED
    assert not report.failed


def test_pages_that_cant_be_read_fail_as_such(finished: FinishedPdf) -> None:
    pages = (*finished.pages, "\x00B\x00o\x00n")
    found = failures(verified(replace(finished, pages=pages)))
    told = f"the text of page {len(pages)} can't be read"
    assert found == {"print": [told]}


# ---- Attachments that agree with each other and not with the print -------------------------


def without_seal(pages: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(re.sub(r"[Ee]mpreinte[\s:0-9a-f]{20,22}", "", page) for page in pages)


@pytest.mark.parametrize(
    ("old", "new", "check", "id_"),
    [
        ("en charge", "en compte", "print.quotations", OFFER),
        ("moitié du déficit", "moitié", "print.quotations", OFFER),
        ("train dès", "bus dès", "print.items", "hiver"),
        ("circulera-t-il", "partira-t-il", "print.items", "quand"),
        ("paierait", "paiera", "print.items", "moitie"),
        ("Le Courrier de Valmont", "Le Courrier de Volmont", "print.references", "martin-2025"),
    ],
)
def test_a_word_changed_everywhere_differs_from_the_print(
    finished: FinishedPdf, old: str, new: str, check: str, id_: str
) -> None:
    spoilt = resealed(edited(finished, lambda text: text.replace(old, new)))
    found = failures(verified(replace(spoilt, pages=without_seal(spoilt.pages))))
    assert check in found
    assert id_ in " ".join(found[check])


def test_a_quotation_of_the_print_that_isnt_attached_is_told(finished: FinishedPdf) -> None:
    pages = (finished.pages[0].replace("en charge", "en compte"), *finished.pages[1:])
    found = failures(verified(replace(finished, pages=pages)))
    assert found["print.notes"] == ["note 1 quotes what isn't attached"]
    assert found["print.quotations"] == [f"{OFFER} the quotation isn't printed so"]


@pytest.mark.parametrize("mark", ["<b la région ment>", "[^jamais]", "~~pas~~ "])
def test_words_printed_in_marks_of_markup_are_words(mark: str, finished: FinishedPdf) -> None:
    pages = (finished.pages[0].replace("en charge", f"{mark}en charge"), *finished.pages[1:])
    found = failures(verified(replace(finished, pages=pages)))
    assert found["print.quotations"] == [f"{OFFER} the quotation isn't printed so"]


def test_the_source_beside_a_quotation_is_compared(finished: FinishedPdf) -> None:
    pages = (finished.pages[0].replace("Martin [1]", "Martin [2]", 1), *finished.pages[1:])
    found = failures(verified(replace(finished, pages=pages)))
    (told,) = found["print.quotations"]
    assert "note 1 gives source 2" in told


def test_the_end_of_an_item_is_not_the_item(finished: FinishedPdf) -> None:
    def shorten(value: Any) -> None:
        value["key_points"][0]["text"] = "La région paierait la moitié"

    data = in_json(finished.attachments["briefing.json"], shorten)
    found = failures(verified(with_files(finished, briefing=data)))
    assert found["print.items"] == ["moitie the text is printed only as a part of another"]


def mutations(text: str, seed: int) -> list[str]:
    """Return `text` with a word replaced, dropped, added, a letter changed, its end cut off."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    words = text.split()
    at = chance.randrange(len(words))
    letter = chance.choice([i for i, sign in enumerate(text) if sign.isalpha()])
    other = "x" if text[letter] != "x" else "y"
    return [
        " ".join([*words[:at], "zèbre", *words[at + 1 :]]),
        " ".join([*words[:at], *words[at + 1 :]]),
        " ".join([*words[:at], "non", *words[at:]]),
        text[:letter] + other + text[letter + 1 :],
        " ".join(words[:-2]),
        " ".join(words[2:]),
    ]


@settings(max_examples=50)
@given(seed=st.integers(0, 10_000))
def test_no_change_of_a_word_goes_unseen(finished: FinishedPdf, seed: int) -> None:
    attached, _ = read_attached(finished.attachments)
    assert attached is not None
    pages = read_pages(finished.pages, attached.title)
    for item in attached.items:
        for text in mutations(item.text, seed):
            changed = replace(attached, items=(replace(item, text=text),), extracts=())
            assert any(check.faults for check in printed_checks(changed, pages)), text
    for extract in attached.extracts:
        for text in mutations(extract.quotation, seed):
            changed = replace(attached, items=(), extracts=(replace(extract, quotation=text),))
            faults = {c.name for c in printed_checks(changed, pages) if c.faults}
            assert "print.quotations" in faults, text


# ---- Attachments that don't agree ----------------------------------------------------------


def _annotation(value: Any) -> Any:
    return value["first"]["items"][0]


DISAGREEMENTS: dict[str, tuple[str, Callable[[Any], None], str]] = {
    "quotation": (
        "briefing",
        lambda v: v["extracts"][0].update(quotation="autre chose"),
        "differ on the quotation",
    ),
    "exact": (
        "extraits",
        lambda v: _annotation(v)["target"][0]["selector"][0].update(exact="autre chose"),
        "differ on the quotation",
    ),
    "shortened": (
        "briefing",
        lambda v: v["extracts"][0].update(quotation="en charge la moitié"),
        "differ on the quotation",
    ),
    "statement": (
        "extraits",
        lambda v: _annotation(v)["body"][0].update(value="Autre chose."),
        "differ on the statement",
    ),
    "source": (
        "briefing",
        lambda v: v["extracts"][0].update(source="roche"),
        "differ on the source",
    ),
    "missing": ("briefing", lambda v: v["extracts"].pop(), "briefing.json doesn't have"),
    "more": (
        "briefing",
        lambda v: v["extracts"].append({**v["extracts"][0], "id": "a#b"}),
        "extraits.jsonld doesn't have",
    ),
    "twice": (
        "briefing",
        lambda v: v["extracts"].append(v["extracts"][0]),
        "the extract is there twice",
    ),
    "title": ("sources", lambda v: v[0].update(title="Autre"), "differ on the title"),
    "no source": ("sources", lambda v: v.pop(), "sources.json doesn't have"),
    "more sources": ("sources", lambda v: v.append({"id": "b"}), "briefing.json doesn't have"),
    "position": (
        "briefing",
        lambda v: v["positions"][0].update(text="Le train dort."),
        "isn't worded as its extract",
    ),
}


@pytest.mark.parametrize("case", DISAGREEMENTS)
def test_attachments_that_differ_are_told(finished: FinishedPdf, case: str) -> None:
    key, edit, told = DISAGREEMENTS[case]
    name = next(name for name in NAMES if name.startswith(key))
    data = in_json(finished.attachments[name], edit)
    found = failures(verified(with_files(finished, **{key: data})))
    faults = [
        fault for name, faults in found.items() if name.startswith("attach") for fault in faults
    ]
    assert any(told in fault for fault in faults), found


# ---- Attachments that can't be read --------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_attachment_is_told(finished: FinishedPdf, name: str) -> None:
    spoilt = with_files(finished, **{name.partition(".")[0]: None})
    assert failures(verified(spoilt))["attachments"] == [f"{name} the attachment is missing"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"{", b"[]" * 2, b"null", b"7", b'[{"id": 7}]', b"[" * 100_000]
)
def test_what_isnt_json_of_our_shape_is_told(finished: FinishedPdf, name: str, data: bytes) -> None:
    spoilt = replace(finished, attachments={**finished.attachments, name: data})
    fault, told = _unreadable(spoilt)
    assert fault == f"{name} the attachment can't be read"
    assert told


def test_another_version_is_told(finished: FinishedPdf) -> None:
    data = in_json(finished.attachments["briefing.json"], lambda v: v.update(version=99))
    assert "version 99" in _unreadable(with_files(finished, briefing=data))[1]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("briefing.json", b"null", "“$” isn't an object"),
        ("sources.json", b"7", "“$” isn't a list"),
        ("sources.json", b'[{"id": 7}]', "“[0].id” isn't a text"),
        ("briefing.json", b'{"version": "1"}', "“version” isn't a whole number"),
        ("sources.json", b"[\n{", "no JSON at line 2, column 2"),
        ("sources.json", b"[\xff", "byte 1 isn't UTF-8"),
        ("sources.json", b"[" * 100_000, "its JSON is beyond measure"),
        ("extraits.jsonld", b'{"first": {"items": []}, "total": 2}', "0 annotations where 2"),
    ],
)
def test_the_place_of_the_fault_is_told(
    finished: FinishedPdf, name: str, data: bytes, told: str
) -> None:
    spoilt = replace(finished, attachments={**finished.attachments, name: data})
    assert told in _unreadable(spoilt)[1]


def _unreadable(pdf: FinishedPdf) -> tuple[str, str]:
    """Return the fault of an attachment, and its hint."""
    (fault,) = verified(pdf).checks[0].faults
    assert fault.hint is not None
    return f"{fault.subject} {fault.message}", str(fault.hint)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@given(data=st.data(), junk=JSON)
def test_no_value_in_the_place_of_another_is_a_traceback(
    finished: FinishedPdf, data: st.DataObject, junk: Any
) -> None:
    name = data.draw(st.sampled_from(NAMES))

    def spoil(value: Any) -> None:
        while True:
            keys = list(value) if isinstance(value, dict) else list(range(len(value)))
            key = data.draw(st.sampled_from(keys))
            inside = value[key]
            if not isinstance(inside, dict | list) or not inside or data.draw(st.booleans()):
                value[key] = junk
                return
            value = inside

    changed = {**finished.attachments, name: in_json(finished.attachments[name], spoil)}
    report = verified(replace(finished, attachments=changed), TEXT)
    assert report.failed or changed[name] == finished.attachments[name]


# ---- Documents -----------------------------------------------------------------------------


def test_one_letter_of_the_document_is_enough(finished: FinishedPdf) -> None:
    found = failures(verified(finished, TEXT.replace("déficit", "deficit")))
    assert found.keys() == {"documents.unchanged", "documents.places", "documents.quotations"}
    assert found["documents.quotations"] == [
        f"{OFFER} the quotation isn't word for word in “valmont.txt”"
    ]


def test_a_letter_outside_the_quotations_changes_the_document_alone(finished: FinishedPdf) -> None:
    found = failures(verified(finished, TEXT.replace("comptes", "contes")))
    assert found.keys() == {"documents.unchanged"}


def test_a_passage_that_moved_is_no_longer_at_its_place(finished: FinishedPdf) -> None:
    found = failures(verified(finished, f"Mardi. {TEXT}"))
    assert found.keys() == {"documents.unchanged", "documents.places"}


def test_a_quotation_that_is_gone_is_absent(finished: FinishedPdf) -> None:
    found = failures(verified(finished, "Rien."))
    assert f"{OFFER} the quotation stands nowhere in “valmont.txt”" in found["documents.quotations"]


def test_a_place_outside_the_document_is_a_fault(finished: FinishedPdf) -> None:
    def move(value: Any) -> None:
        _annotation(value)["target"][0]["selector"][1].update(start=-3, end=10**9)

    data = in_json(finished.attachments["extraits.jsonld"], move)
    assert "documents.places" in failures(verified(with_files(finished, extraits=data), TEXT))


def test_the_digest_is_that_of_the_annotation(finished: FinishedPdf) -> None:
    attached, _ = read_attached(finished.attachments)
    assert attached is not None
    assert {annotation.sha256 for annotation in attached.annotations} == {document().sha256}
