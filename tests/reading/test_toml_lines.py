"""The line of a key: a beginner must land on it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.toml_lines import Place, TomlLines

TEXT = '''\
titre = "T"
"sous-titre" = "S"
methode = """
nom = "pas une clé"
[[questions]]
"""
[mentions]
isbn = "1"

[[parties]]
nom = "A"

[[parties]]  # la seconde
id = "b"
nom = "B"

[[questions]]
id = "q1"

[[questions.elements]]
texte = "un"

[[questions.elements]]
texte = "deux"
extraits = [
  "a#b",
  "c = d",
]

[[questions]]
id = "q2"

[[questions.éléments]]
texte = "trois"

[publics.presse]
nom = "Presse"
a.b = 1
'''


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("titre",), 1),
        (("sous-titre",), 2),
        (("méthode",), 3),
        (("mentions",), 7),
        (("mentions", "isbn"), 8),
        (("parties", 0), 10),
        (("parties", 0, "nom"), 11),
        (("parties", 1), 13),
        (("parties", 1, "nom"), 15),
        (("questions", 0), 17),
        (("questions", 0, "id"), 18),
        (("questions", 0, "éléments", 0), 20),
        (("questions", 0, "éléments", 0, "texte"), 21),
        (("questions", 0, "éléments", 1, "texte"), 24),
        (("questions", 0, "éléments", 1, "extraits"), 25),
        (("questions", 1), 30),
        (("questions", 1, "éléments", 0, "texte"), 34),
        (("publics", "presse"), 36),
        (("publics", "presse", "nom"), 37),
        (("publics", "presse", "a", "b"), 38),
    ],
)
def test_each_key_has_its_line(place: Place, line: int) -> None:
    assert TomlLines(TEXT).line(*place) == line


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("parties", 1, "absent"), 13),
        (("questions", 0, "éléments", 1, "absent"), 23),
        (("mentions", "absent", "plus", "loin"), 7),
        (("absent",), 0),
        (("parties", 9), 0),
        ((), 0),
    ],
)
def test_what_is_absent_has_the_line_of_what_is_around_it(place: Place, line: int) -> None:
    assert TomlLines(TEXT).line(*place) == line


@pytest.mark.parametrize(
    "before",
    [
        '# un commentaire avec """ dedans',
        "# l'apostrophe, et même '''",
        'a = "trois \\"\\"\\" guillemets"',
        'a = \'un """ entre apostrophes\'',
        'a = """tout sur une ligne"""',
        'a = """deux fois""" # et """',
        "a = '''un \"\"\" dedans'''",
        'a = """un \\""" échappé"""',
        'a = """fin par quatre""""',
        'a = ""',
        "a = '''\nb = 1\n'''",
        'a = """\nl\'été \\"""\nb = 1\n"""',
    ],
)
def test_the_marks_of_long_strings_are_told_from_what_looks_like_them(before: str) -> None:
    text = f'{before}\ncle = "x"\n'
    assert TomlLines(text).line("clé") == text.count("\n")
    assert TomlLines(text).line("b") == 0


@given(st.text(alphabet="ab\"'\\[]#=. \n", max_size=60))
def test_any_text_has_lines(text: str) -> None:
    assert 0 <= TomlLines(text).line("a", 0, "b") <= text.count("\n") + 1
