"""No word of a heading stands alone on its last line; `⍽` is a no-break space."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from briefing.rendering.last_lines import tied


@pytest.mark.parametrize(
    ("html", "seen"),
    [
        ("Quel prix pour un accord\u202f?", "Quel prix pour⍽un⍽accord\u202f?"),
        ("Qui garantira la paix", "Qui garantira⍽la⍽paix"),
        ("Une question de souveraineté", "Une question de souveraineté"),
        ("la désinstitutionnalisation lente", None),
        ("un <em>mot</em> de <a href='a b'>plus</a>", "un⍽<em>mot</em>⍽de⍽<a href='a b'>plus</a>"),
        ("Est-ce le prix d’un accord\u202f?", "Est-ce le prix d’un⍽accord\u202f?"),
        ("Seul", "Seul"),
        ("", ""),
    ],
)
def test_the_last_words_stay_together(html: str, seen: str | None) -> None:
    """As many as make a line; words too long to stand side by side stay free."""
    expected = html if seen is None else seen
    assert tied(Markup(html)).replace("\u00a0", "⍽") == expected


@given(st.lists(st.text("aé,?", min_size=1, max_size=30), max_size=8).map(" ".join))
def test_no_word_changes_and_no_run_is_too_long(text: str) -> None:
    done = str(tied(Markup(text)))
    assert done.replace("\u00a0", " ") == text
    longest = max(len(word) for word in text.split(" "))
    assert max(map(len, done.split(" "))) <= max(24, longest)
    assert tied(Markup(done)) == done
