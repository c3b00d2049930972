"""Front matter: data at the head of a text, whatever the text is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.typesetting.engine import FRENCH
from briefing.typesetting.files import Kind, typeset_file
from briefing.typesetting.front_matter import split_front_matter

HEAD = '---\ntitle: "Qui paie ?"\ndate: 2025...\n---\n'


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.MARKDOWN])
@pytest.mark.parametrize("head", [HEAD, HEAD.replace("---", "+++")])
def test_front_matter_stays_as_it_is(kind: Kind, head: str) -> None:
    done = typeset_file(f'{head}Il dit "oui" ?\n', kind, FRENCH)
    assert done == f"{head}Il dit «\u202foui\u202f»\u202f?\n"


@pytest.mark.parametrize(
    "text", ['---\nIl dit "oui" ?\n', '\n---\na: "b"\n---\n', 'Un mot.\n---\n"a"\n---\n']
)
def test_a_rule_is_no_front_matter(text: str) -> None:
    assert split_front_matter(text) == ("", text)
    assert '"' not in typeset_file(text, Kind.TEXT, FRENCH)


@given(st.text(alphabet="-+\n a"))
def test_nothing_is_lost(text: str) -> None:
    assert "".join(split_front_matter(text)) == text
