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
from tests.builders import assembled, dossiers

Json = dict[str, Any]
Edit = Callable[[Json], object]


def snapshot(document: Json) -> Snapshot:
    """Return the version that `document` holds, read from its text."""
    return parse_snapshot(json.loads(json.dumps(document)), "essai.json")


def exported(what: Dossier) -> Json:
    """Return the export of `what` for its complete edition."""
    made: Json = json.loads(json.dumps(export(what, assembled(what))))
    return made


def edited(document: Json, *edits: Edit) -> Json:
    """Return a copy of `document` after `edits`."""
    made = copy.deepcopy(document)
    for edit in edits:
        edit(made)
    return made


ITEMS = ("key_points", "positions", "divergences", "questions", "events", "sources", "extracts")


@st.composite
def _edits(draw: st.DrawFn, document: Json) -> Json:
    """Withdraw, rename, reword or retag a few items of a version."""
    made = copy.deepcopy(document)
    for _ in range(draw(st.integers(0, 4))):
        items = made[draw(st.sampled_from(ITEMS))]
        if not items:
            continue
        item = items[draw(st.integers(0, len(items) - 1))]
        edit = draw(st.sampled_from(["withdraw", "rename", "reword", "support", "swap"]))
        if edit == "withdraw":
            items.remove(item)
        elif edit == "rename":
            item["id"] = f"{item['id']}-bis"
        elif edit == "reword":
            key = next(name for name in ("text", "quotation", "reference") if name in item)
            item[key] += draw(st.sampled_from([" Ou pas.", " !", "\u00a0", " 15 à 20 ans"]))
        elif edit == "support" and "distinct_sources" in item:
            item["distinct_sources"] += 1
        elif edit == "swap":
            items.reverse()
    return made


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Snapshot, Snapshot]:
    """Two versions of any dossier."""
    first = exported(draw(dossiers()))
    return snapshot(first), snapshot(draw(_edits(first)))
