"""What is withheld of the sections that a dossier adds leaves no trace."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.api import assemble, render
from briefing.auditing import find_needles
from briefing.clearing import Going, clear
from briefing.model.audience import Audience
from briefing.model.dossier import Dossier
from briefing.model.parts import DeclaredSection
from briefing.model.text import Paragraph, plain
from briefing.model.vocabulary import Tlp
from briefing.outputs.export import export_json
from briefing.reading.built_in_audiences import BUILT_IN
from briefing.reading.prose import parse_blocks
from tests.builders import dossier, extract, rich

PRESS = replace(BUILT_IN["presse"], sections=("points-clés", "chapeau", "sources"))
MARKS = st.sampled_from([None, Tlp.CLEAR, Tlp.GREEN, Tlp.RED])
SECRET = replace(extract("secret", statement="Cela se tait."), tlp=Tlp.RED)


def own(id_: str, text: str, beside: str = "chapeau", mark: Tlp | None = None) -> DeclaredSection:
    return DeclaredSection(
        id_, rich(f"Le {id_}"), parse_blocks(text), beside=beside, tlp=mark, line=7
    )


def made(what: Dossier, audience: Audience = PRESS) -> tuple[str, str]:
    briefing = assemble(what, audience)
    return export_json(briefing), render(briefing, "screen").html


def with_(*sections: DeclaredSection) -> Dossier:
    return replace(dossier(extract("x"), SECRET), sections=sections)


def test_a_marked_section_was_never_there() -> None:
    hidden = own("plan", "Un secret[@x].", mark=Tlp.AMBER)
    left = own("cadre", "Un mot.", "plan")
    assert made(with_(hidden, left)) == made(with_(own("cadre", "Un mot.")))
    assert "plan" not in made(with_(hidden, left))[0]
    assert clear(with_(hidden), PRESS).withheld.sections == (hidden,)


def test_what_stands_beside_several_that_go_stands_where_they_did() -> None:
    first = own("un", "Mot.", "sources", Tlp.RED)
    chain = (first, own("deux", "Mot.", "un", Tlp.RED), own("trois", "Mot.", "deux"))
    (left,) = clear(with_(*chain), PRESS).dossier.sections
    assert (left.beside, left.line) == ("sources", 0)


def test_the_sentence_of_a_withheld_extract_goes_and_the_analyst_is_told() -> None:
    text = "Un mot[@x]. Cela se tait[@secret]. Un autre mot."
    cleared = clear(with_(own("cadre", text)), PRESS)
    (section,) = cleared.dossier.sections
    assert "".join(plain(p.spans) for p in section.text) == "Un mot. Un autre mot."
    told = cleared.withheld.consequences
    assert [c.name for c in told if c.what is Going.SENTENCE] == ["Cela se tait."]


def test_a_section_goes_with_the_last_of_its_text() -> None:
    cleared = clear(with_(own("cadre", "Cela se tait[@secret].")), PRESS)
    assert cleared.dossier.sections == ()
    told = [c for c in cleared.withheld.consequences if c.what is Going.SECTION]
    assert [(c.name, c.line) for c in told] == [("cadre", 7)]


def test_an_audit_looks_for_what_is_withheld_of_them() -> None:
    whole = with_(own("plan", "Nous partirons au point du jour.", mark=Tlp.AMBER))
    needles = find_needles(whole, clear(whole, PRESS).dossier, PRESS)
    sought = {(needle.kind, needle.field) for needle, _ in needles.sought}
    assert ("section", "title") in sought or ("passage", "text") in sought


def test_the_label_of_an_edition_tells_of_their_marks() -> None:
    seen = replace(PRESS, clearance=Tlp.AMBER)
    whole = with_(own("plan", "Un mot.", mark=Tlp.AMBER), own("cadre", "Un mot.", mark=Tlp.GREEN))
    assert assemble(whole, seen).tlp is Tlp.AMBER
    assert assemble(whole, replace(seen, sections=("sources",))).tlp is None


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(MARKS, st.sampled_from(["chapeau", "sources"]), st.lists(MARKS, max_size=3)),
        max_size=4,
    )
)
def test_an_edition_is_that_of_the_dossier_without_what_is_marked(
    drawn: list[tuple[Tlp | None, str, list[Tlp | None]]],
) -> None:
    def sections(*, cut: bool) -> tuple[DeclaredSection, ...]:
        found = []
        for number, (mark, place, marks) in enumerate(drawn):
            told = [
                Paragraph(rich(f"Mot {number} {index}."), tlp=m, line=0 if cut else index)
                for index, m in enumerate(marks)
                if not cut or PRESS.may_see(m)
            ]
            seen = PRESS.may_see(mark) and (told or not marks)
            if seen or not cut:
                section = own(f"s{number}", "", place, mark)
                found.append(replace(section, text=tuple(told), line=0 if cut else 9))
        return tuple(found)

    assert made(with_(*sections(cut=False))) == made(with_(*sections(cut=True)))
