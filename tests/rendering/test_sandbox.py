"""The sandbox: what templates may use, and how what is wrong in one is told."""

from __future__ import annotations

import pytest

from briefing.errors import FaultyTemplateError
from briefing.model.briefing import Briefing
from briefing.model.finding import Message
from briefing.model.typography import Typography
from briefing.model.vocabulary import Voice
from briefing.rendering.faults import excerpt
from briefing.rendering.outside import outside
from briefing.rendering.sandbox import attributes
from tests.rendering.houses import ENTRY, EXTENDS, LOGO, house, of_block, rendered


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{ briefing.title.upper() | e }}", "NÉGOCIER"),
        ("{{ ('<b>' | e).upper() }}", "&LT;B&GT;"),
        ("{{ '%s-%02d' % ('a', 3) }}", "a-03"),
        ("{{ 'ab' * 3 }}", "ababab"),
        ("{% for a in 'ab' %}{{ loop.cycle('x', 'y') }}{{ loop.index }}{% endfor %}", "x1y2"),
        ("{% set ns = namespace(n=1) %}{% set ns.n = 5 %}{{ ns.n }}", "5"),
        ("{% macro m(a) %}[{{ a }}]{% endmacro %}{{ m('z') }}{{ m.name }}", "[z]m"),
        ("{{ dict(a=1).items() | list | length }}{{ {'a': 7}.get('a') }}", "17"),
        ("{{ range(3) | join }}", "012"),
        ("{{ asset('logo.svg')[:26] }}", "data:image/svg+xml;base64,"),
        ("{{ briefing.parties | map(attribute='name') | join('+') }}", "Russie+Ukraine"),
        ("{{ 'x' if false }}{{ none or 'y' }}", "y"),
        ("{{ '<i>' }}", "&lt;i&gt;"),
        ("{{ self.title() }}", "<h1>"),
    ],
)
def test_plain_things_work(text: str, shown: str) -> None:
    assert shown in rendered(of_block(text))


def test_only_declared_names_may_be_read() -> None:
    assert {"title", "text_language", "key_points"} <= attributes(Briefing)
    assert not any(name.startswith("_") for name in attributes(Briefing))
    assert attributes(Typography) == frozenset((*Typography._fields, "count", "index"))
    assert {"name", "value", "upper"} <= attributes(Voice)
    assert "format" not in attributes(str)
    assert "append" not in attributes(list)
    assert attributes(type) == attributes(object) == frozenset()
    assert attributes(Message)


@pytest.mark.parametrize(
    ("text", "code", "said", "hint"),
    [
        ("{{ breifing.title }}", "BR802", "there is no name “breifing”", "“briefing”"),
        ("{{ briefing.titel }}", "BR802", "“Briefing” has no “titel”", "“title”"),
        ("{{ briefing.parties[0].nam }}", "BR802", "“Party” has no “nam”", "“name”"),
        ("{{ [][3] }}", "BR802", "list object", "None"),
        ("{{ briefing.title | tipo }}", "BR802", "there is no filter “tipo”", "“typo”"),
        ("{% blok x %}", "BR801", "there is no tag “blok”", "“block”"),
        ("{{ briefing.title", "BR801", "this can't be read", "between {{ and }}"),
        ("{{ briefing.date }}", "BR803", "this prints no text", "templates doc"),
        ("{{ 'x' | date }}", "BR809", "AttributeError", "None"),
        (
            "{% include 'partials/label.html.j2' %}",
            "BR807",
            "no template",
            "“partials/labels.html.j2”",
        ),
        ("{{ asset('logoo.svg') }}", "BR807", "no file “logoo.svg”", "“logo.svg”"),
    ],
)
def test_what_is_wrong_is_told_with_file_line_and_the_lines_around(
    text: str, code: str, said: str, hint: str
) -> None:
    with pytest.raises(FaultyTemplateError) as caught:
        rendered(of_block(text))
    finding = caught.value.finding
    assert (finding.path, finding.code) == (f"maison/{ENTRY}", code)
    assert finding.line in {4, 5, 6}
    assert said in str(finding.message)
    assert hint in str(finding.hint)
    assert (4, text) in caught.value.excerpt


def test_a_fault_in_a_part_is_told_in_the_part() -> None:
    files = {ENTRY: f"{EXTENDS}{{% block logo %}}{{% include 'p/x.j2' %}}{{% endblock %}}"}
    with pytest.raises(FaultyTemplateError) as caught:
        rendered(house({**files, "p/x.j2": "un\n{{ rien }}\ntrois"}))
    assert (caught.value.finding.path, caught.value.finding.line) == ("maison/p/x.j2", 2)
    assert caught.value.excerpt == ((1, "un"), (2, "{{ rien }}"), (3, "trois"))


def test_an_excerpt_stays_within_its_text() -> None:
    assert excerpt("a\nb", 1) == ((1, "a"), (2, "b"))
    assert excerpt("a", 7) == excerpt("", 0) == ()


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://a.fr">x</a><a href="#b"></a><a href="mailto:a@b.fr"></a>',
        '<img src="data:image/png;base64,AA"><p style="color: red">',
        '<script type="application/ld+json">{"a": "url(x)"}</script>',
        "<p>url(http://a) @import 'b'</p>",
        '<style>p { background: url(data:image/png;base64,AA) }</style><svg><use href="#a"/></svg>',
    ],
)
def test_what_a_page_may_hold(html: str) -> None:
    assert list(outside(html)) == []


@pytest.mark.parametrize(
    ("html", "reference"),
    [
        ('<img srcset="a.png 1x">', "a.png 1x"),
        ("<IMG SRC=//a/b>", "//a/b"),
        ('<link rel="prefetch" href="http://a">', "http://a"),
        ('<a href=" JavaScript:x">', "JavaScript:x"),
        ('<a href="file:///etc">', "file:///etc"),
        ('<svg><image xlink:href="x.png"/></svg>', "x.png"),
        ('<style>p { background: URL( "x.png" ) }</style>', "x.png"),
        ('<meta http-equiv="Refresh" content="0;url=http://a">', "0;url=http://a"),
        ("<body onload=x>", "onload="),
        ("<script>1</script>", "<script"),
        ("<embed>", "<embed"),
        ('<button formaction="http://a">', "http://a"),
        ('<img src="http://a" src="data:image/png;base64,AA">', "http://a"),
        ('<script type="text/javascript" type="application/ld+json">', "<script"),
        ('<svg><style><img src="http://a"></style></svg>', "http://a"),
        ('<noscript><style></noscript><img src="http://a"></style>', "http://a"),
        ('<!-- --!><img src="http://a"><!-- -->', "http://a"),
        ('<![CDATA[ ><img src="http://a"> ]]>', "http://a"),
        ('<p style="background: u\\72l(http://a)">', "http://a"),
        ("<p style=\"background: image-set('http://a' 1x)\">", "image-set()"),
        ('<style>@import"http://a";</style>', "@import"),
        ('<style>@im\\70ort/**/"http://a";</style>', "@import"),
        ('<link rel="stylesheet" href="data:text/css,x">', "data:text/css,x"),
        ('<a rel="attachment" href="http://a">', "http://a"),
        ('<svg><rect fill="url(http://a#b)"/></svg>', "http://a#b"),
        ('<svg><textPath href="http://a"/></svg>', "http://a"),
        ('<svg><set attributeName="xlink:href" to="http://a"/></svg>', "<set"),
        ('<meta http-equiv=" refresh" content="5">', "5"),
        ("<img src=\"data:image/svg+xml,<svg onload='x'/>\">",) * 2,
        ('<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9IngiLz4=">',) * 2,
        (f"<style>p {{ width: {'9' * 5000}; color: url(#a) }}</style>", "style"),
    ],
)
def test_what_leads_out_of_a_page_is_found(html: str, reference: str) -> None:
    found = [reference for reference, _ in outside(html)]
    assert set(found) == {reference.split('"')[1] if reference == html else reference}


def test_a_reference_made_by_the_dossier_is_told_of_the_template() -> None:
    with pytest.raises(FaultyTemplateError) as caught:
        rendered(of_block('<img src="{{ briefing.title }}" alt="">'))
    assert caught.value.finding.path == f"maison/{ENTRY}"
    assert caught.value.finding.line == 0


def test_an_asset_is_embedded_whole() -> None:
    assert LOGO.startswith(b"<svg")
    html = rendered(of_block('<img src="{{ asset("logo.svg") }}" alt="">'))
    assert 'src="data:image/svg+xml;base64,PHN2Zy' in html
