"""Dates of a source as CSL has them."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.typesetting.references.csl import csl_date
from tests.builders import edtf
from tests.outputs.attached.linked_data import faults


@pytest.mark.parametrize(
    ("date", "made"),
    [
        ("2025", {"date-parts": [[2025]]}),
        ("2025-02", {"date-parts": [[2025, 2]]}),
        ("2025-02-12", {"date-parts": [[2025, 2, 12]]}),
        ("2025-02~", {"date-parts": [[2025, 2]], "circa": True}),
        ("2025-02?", {"date-parts": [[2025, 2]], "circa": True}),
        ("2025-02%", {"date-parts": [[2025, 2]], "circa": True}),
        ("2025-11-04/2025-11-05", {"date-parts": [[2025, 11, 4], [2025, 11, 5]]}),
        ("2014/2015-06", {"date-parts": [[2014], [2015, 6]]}),
        ("2025-21", {"date-parts": [[2025]], "season": 1}),
        ("2025-24~", {"date-parts": [[2025]], "season": 4, "circa": True}),
        (
            "2025-22/2025-23",
            {"date-parts": [[2025], [2025]], "literal": "été-automne 2025"},
        ),
        ("2025-08-26/..", {"literal": "après le 26 août 2025"}),
        ("../2025-08", {"literal": "avant août 2025"}),
        ("0044", {"date-parts": [[44]]}),
        ("0000", {"date-parts": [[-1]]}),
    ],
)
def test_a_date_has_its_parts_or_else_its_words(date: str, made: dict[str, Any]) -> None:
    found = csl_date(edtf(date))
    assert found is not None
    if "literal" in found:
        found["literal"] = found["literal"].replace("\u00a0", " ")
    assert found == made
    item = {"id": "a", "type": "document", "issued": found}
    assert faults("csl.schema.json", [item]) == []


def test_no_date_gives_none() -> None:
    assert csl_date(None) is None
