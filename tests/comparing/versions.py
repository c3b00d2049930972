"""Versions of a briefing for the tests: exports, and small changes made in them."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from briefing.comparing import Snapshot
from briefing.comparing.snapshot import parse_snapshot
from briefing.model.dossier import Dossier
from briefing.outputs.export import export
from tests.builders import IDS, assembled, dossiers

Json = dict[str, Any]
Edit = Callable[[Json], object]


def snapshot(document: Json) -> Snapshot:
    """Return the version that `document` holds, read from its text."""
    return parse_snapshot(json.loads(json.dumps(document)), "essai.json")


def exported(what: Dossier) -> Json:
    """Return the export of `what` for its complete edition."""
    made: Json = json.loads(json.dumps(export(assembled(what))))
    return made


def edited(document: Json, *edits: Edit) -> Json:
    """Return a copy of `document` after `edits`."""
    made = copy.deepcopy(document)
    for edit in edits:
        edit(made)
    return made


ITEMS = (
    *("key_points", "introduction", "positions", "divergences", "questions", "events"),
    *("parties", "issues", "sources", "extracts"),
)
WORDS = ("text", "quotation", "reference", "name")
TAGS = ("brief", "date", "dating", "note", "reliability", "speaker", "statement", "status", "voice")


@st.composite
def _edits(draw: st.DrawFn, document: Json) -> Json:
    """Change the masthead and a few items of a version."""
    made = copy.deepcopy(document)
    made["authors"] = draw(st.lists(st.sampled_from(["Claire Martin", "Paul Vidal"]), max_size=2))
    made["date"] = draw(st.sampled_from(["", "2025", made["date"]]))
    for _ in range(draw(st.integers(0, 4))):
        items = made[draw(st.sampled_from(ITEMS))]
        edit = draw(st.sampled_from(["withdraw", "swap", "edit", "edit", "edit"]))
        if edit == "swap":
            items.reverse()
        elif items:
            item = items[draw(st.integers(0, len(items) - 1))]
            items.remove(item) if edit == "withdraw" else _edit(draw, item)
    return made


def _edit(draw: st.DrawFn, item: Json) -> None:
    """Rename, reword, retag an item, or have another extract or one more source bear it out."""
    edit = draw(st.sampled_from(["rename", "reword", "support", "prove", "retag"]))
    if edit == "rename":
        item["id"] = f"{item.get('id', '')}-bis"
    elif edit == "reword":
        key = next(name for name in WORDS if name in item)
        item[key] += draw(st.sampled_from([" Ou pas.", " !", "\u00a0", " 15 à 20 ans"]))
    elif edit == "support" and "distinct_sources" in item:
        item["distinct_sources"] += 1
    elif edit == "prove" and item.get("extracts"):
        item["extracts"][0] = draw(st.sampled_from([*IDS, "a#z"]))
    elif tags := [key for key in TAGS if key in item]:
        item[draw(st.sampled_from(tags))] = draw(st.sampled_from(["Autre chose", "2025", ""]))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Snapshot, Snapshot]:
    """Two versions of any dossier."""
    first = exported(draw(dossiers()))
    return snapshot(first), snapshot(draw(_edits(first)))
