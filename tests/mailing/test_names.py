"""Names of attached files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.mailing.names import file_title


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (
            "Trump-Poutine\u00a0: négocier l’Ukraine sans l’Ukraine\u202f?",
            "Trump-Poutine – négocier l’Ukraine sans l’Ukraine.pdf",
        ),
        ("../../etc/passwd", "etcpasswd.pdf"),
        ('a<b>c:d"e|f*g', "abcdefg.pdf"),
        ("fdp.\u202eexe", "fdp.exe.pdf"),
        ("Un\ntitre", "Un titre.pdf"),
        ("???", "briefing.pdf"),
        ("Con", "briefing Con.pdf"),
        ("aux. Un titre", "briefing aux. Un titre.pdf"),
        ("COM¹", "briefing COM¹.pdf"),
        ("Contre", "Contre.pdf"),
        ("a\u00adb\ufeff\U000e0041\ud800", "ab.pdf"),
        ("a" * 300, f"{'a' * 196}.pdf"),
    ],
)
def test_a_title_becomes_a_name(title: str, name: str) -> None:
    assert file_title(title, "pdf") == name


@given(st.text(max_size=400))
def test_any_title_becomes_a_name_for_any_folder(title: str) -> None:
    name = file_title(title, "pdf")
    assert name.endswith(".pdf")
    assert len(name.encode("utf-8", "replace")) <= 200
    assert not set(name) & set('<>:"/\\|?*\r\n\0')
    assert not name.startswith((".", " "))
