"""What a served page says besides."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from briefing.model.finding import Finding, Message, Severity, message
from briefing.watching.boxes import Trouble, marked
from briefing.watching.dressing import SCRIPT
from briefing.watching.overlay import Around, blank, index, overlaid, sheets
from briefing.watching.routes import Kind

AROUND = Around(
    (("complet", "Édition complète"), ("presse", "Presse & <médias>")),
    str,
    audience="complet",
    kind=Kind.PAGE,
)
PAGE = (
    '<!DOCTYPE html><html><head><title id="a">x</title></head><body class="screen">'
    '<ul><li id="a"><p>Un.</p></li><li id="b" title="1 > 0">Deux.</li></ul>'
    '<p>Voir <a id="c" href="#a">ici</a>.</p><table><tr id="d"><td>.</td></tr></table></body></html>'
)


def finding(code: str = "BR401", severity: Severity = Severity.ERROR) -> Finding:
    said = message("no party “{name}”", name="<Regon>")
    return Finding(severity, code, "d/martin.md", 12, said, message("did you mean “Région”?"))


def test_a_finding_stands_in_its_item_with_its_place_and_hint() -> None:
    html = overlaid(PAGE, AROUND, {"a": [finding()]}).html
    box = re.search(r'<li id="a">(<span class="watch-finding.*?</span>.*?)<p>Un', html)
    assert box
    for told in ("error BR401", "“&lt;Regon&gt;”", "did you mean “Région”?", "d/martin.md:12"):
        assert told in box[1]


def test_the_panel_leads_to_it() -> None:
    html = overlaid(PAGE, AROUND, {"b": [finding()], "": [finding("BR102")]}).html
    assert 'title="1 > 0"><span class="watch-finding watch-error" id="watch-1"' in html
    assert '<a href="#watch-1"><b>error BR401</b></a>' in html
    assert "<b>error BR102</b>" in html
    assert "errors: 2; warnings: 0" in html


def test_a_link_gets_it_before_itself() -> None:
    html = overlaid(PAGE, AROUND, {"c": [finding()]}).html
    assert re.search(r'Voir <span class="watch-finding.*</span><a id="c"', html)


@pytest.mark.parametrize("id_", ["d", "gone", ""])
def test_what_has_no_room_for_it_leaves_it_to_the_panel(id_: str) -> None:
    html = overlaid(PAGE, AROUND, {id_: [finding()]}).html
    assert "watch-finding watch-error" not in html
    assert html.count("error BR401") == 1


def test_errors_open_the_panel_and_warnings_do_not() -> None:
    assert "<details open>" in overlaid(PAGE, AROUND, {"": [finding()]}).html
    warned = overlaid(PAGE, AROUND, {"": [finding("BR503", Severity.WARNING)]}).html
    assert "<details><summary>errors: 0; warnings: 1" in warned
    assert "<details" not in overlaid(PAGE, AROUND, {}).html


def test_errors_come_first_and_warnings_beside_them_are_folded() -> None:
    every = [finding("BR503", Severity.WARNING), finding(), finding("BR504", Severity.WARNING)]
    html = overlaid(PAGE, AROUND, {"": every}).html
    assert "errors: 1; warnings: 2" in html
    folded = html.index("<details><summary>warnings: 2")
    assert html.index("error BR401") < folded < html.index("BR503") < html.index("BR504")


def test_what_stopped_the_page_is_told_over_it() -> None:
    lines = "    3  {{ <oops> }}"
    trouble = Trouble(message("no good"), message("do better"), lines, (finding(),))
    html = overlaid(PAGE, AROUND, {}, [trouble]).html
    for told in ("no good", "→ do better", "{{ &lt;oops&gt; }}", "error BR401", "errors: 1"):
        assert told in html


def test_what_is_said_is_in_the_language_of_the_user() -> None:
    def say(told: Message) -> str:
        return f"«{told}»"

    html = overlaid(PAGE, replace(AROUND, say=say, language="fr"), {"a": [finding()]}).html
    assert "«error» BR401" in html
    assert '<div class="watch" lang="fr">' in html


def test_the_digest_changes_with_what_is_shown_and_with_nothing_else() -> None:
    same = [overlaid(PAGE, AROUND, {"a": [finding()]}).digest for _ in range(2)]
    assert same[0] == same[1]
    other = {overlaid(PAGE, AROUND, {"b": [finding()]}).digest, overlaid(PAGE, AROUND, {}).digest}
    other.add(overlaid(PAGE.replace("Un", "Une"), AROUND, {"a": [finding()]}).digest)
    assert len({*same, *other}) == 4


def test_the_page_reloads_by_our_script_alone() -> None:
    served = overlaid(PAGE, AROUND, {})
    assert served.html.count("<script") == 1
    assert f'data-digest="{served.digest}">{SCRIPT}</script>' in served.html
    assert 'data-events="/complet/events"' in served.html
    assert served.html.count("<style>") == 1


def test_a_template_without_head_or_body_is_served_all_the_same() -> None:
    html = overlaid("<p>Rien.</p>", AROUND, {}).html
    assert html.startswith("<p>Rien.</p>")
    assert SCRIPT in html


def test_each_audience_has_its_tab_and_this_one_is_marked() -> None:
    html = overlaid(PAGE, AROUND, {}).html
    assert '<a href="/complet/" aria-current="page">Édition complète</a>' in html
    assert '<a href="/presse/">Presse &amp; &lt;médias&gt;</a>' in html
    assert '<a href="/complet/pdf">PDF</a>' in html


def test_the_sheets_show_the_pdf_and_change_with_it() -> None:
    around = replace(AROUND, kind=Kind.SHEETS)
    served = sheets(around, "/complet/briefing.pdf", "7")
    assert '<iframe src="/complet/briefing.pdf?7"' in served.html
    assert 'data-events="/complet/events?pdf"' in served.html
    assert served.digest == "7"
    none = sheets(around, "", "8", [Trouble(message("no PDF"))])
    assert "<iframe" not in none.html
    assert "no PDF" in none.html


def test_the_index_leads_to_each_audience() -> None:
    html = index(replace(AROUND, audience="", kind=Kind.INDEX), [finding()]).html
    for told in ('href="/complet/"', 'href="/presse/pdf"', "error BR401", 'data-events="/events"'):
        assert told in html


def test_comments_scripts_and_drawings_are_left_alone() -> None:
    page = '<!-- <p id="a"> --><script>"<p id=\'a\'>"</script><svg><p id="a"></p></svg>'
    assert marked(page, {"a": [finding()]}, str).html == page


def test_a_blank_page_is_a_page() -> None:
    assert blank("fr").startswith("<!DOCTYPE html>")
