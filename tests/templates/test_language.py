"""Templates of one language: their words are worked out once, and pages come out as Jinja2's own classes make them."""

import re

import jinja2
import pytest
from django.template import engines
from django.template.utils import EngineHandler
from django.utils import translation
from django.utils.functional import lazystr
from django.utils.safestring import mark_safe
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import nodes
from markupsafe import Markup

from config import jinja2 as jinja2_of_the_site
from tests.templates.test_source import ROOT, TEMPLATES, named

LANGUAGES = ["fr", "en"]
VALUES = {
    "text": "<b> & \"quoted\" 'twice'",
    "markup": Markup("<b>bold</b>"),
    "safe": mark_safe("<i>safe</i>"),
    "lazy": lazystr("<b>lazy</b>"),
    "number": 12,
    "part": 1.5,
    "yes": True,
    "none": None,
    "row": {"title": "<em>", "items": 3},
}


def environment(lang):
    return engines[f"jinja2-{lang}"].env


def shown(source, lang="fr", **values):
    return environment(lang).from_string(source).render(**values)


def as_jinja2_does(source, **values):
    plain = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    return plain.from_string(source).render(**values)


@pytest.mark.parametrize(
    ("lang", "words"), [("fr", ["Films", "De", "Page 3"]), ("en", ["Films", "From", "Page 3"])]
)
def test_words_are_looked_up_when_a_template_is_compiled_and_never_again(monkeypatch, lang, words):
    source = '{{ _("Films") }}|{{ pgettext("year", "From") }}|{{ _("Page %(number)s", number=number) }}'
    template = environment(lang).from_string(source)
    for name in ("gettext", "pgettext", "get_language"):
        monkeypatch.setattr(translation, name, None)
    assert template.render(number=3).split("|") == words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_template_speaks_its_language_whatever_the_language_it_is_compiled_in(lang):
    with translation.override("en" if lang == "fr" else "fr"):
        assert shown('{{ _("Search") }}', lang) == {"fr": "Rechercher", "en": "Search"}[lang]
        assert shown('{{ url("catalogue:film-list") }} {{ lang }}', lang) == f"/{lang}/films/ {lang}"


def test_what_takes_constants_alone_is_a_constant_of_the_template():
    code = environment("fr").compile(
        '{{ url("catalogue:film-list") }} {{ _("Films") }} {{ static("img/a.svg") }}', raw=True
    )
    assert "/fr/films/ Films /static/img/a.svg" in code


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 film"), (1, "1 film"), (2, "2 films"), (1200, "1\u202f200 films")]
)
def test_numbers_take_their_form_when_the_page_is_made(count, said):
    source = '{{ ngettext("%(num)s film", "%(num)s films", count, num=fnumber(count)) }}'
    with translation.override("fr"):
        assert shown(source, "fr", count=count) == said


@pytest.mark.parametrize("name", VALUES)
def test_a_value_is_escaped_as_jinja2_escapes_it(name):
    source = "{{ value }} {% macro component(inner) %}<p>{{ inner }}</p>{% endmacro %}{{ component(value) }}"
    assert shown(source, value=VALUES[name]) == as_jinja2_does(source, value=VALUES[name])


@given(text=st.text())
def test_whatever_is_written_is_escaped(text):
    assert shown("{{ text }}", text=text) == as_jinja2_does("{{ text }}", text=text)


@pytest.mark.parametrize(
    "call",
    [
        "component(1)",
        "component(1, 2)",
        "component(1, other=5)",
        "component(first=1, last=3)",
        "component(1, 2, 3)",
        "component(row.title)",
        "[1, 2] | map('string') | map('upper') | join",
        "row['title'] ~ row.title ~ row.get('title') ~ row.keys() | list",
        "'yes' if row.absent is defined",
        "'yes' if false",
    ],
)
def test_components_and_documents_are_read_as_jinja2_does(call):
    macro = "{% macro component(first, other=2, last=none) %}{{ first }}-{{ other }}-{{ last }}{% endmacro %}"
    source = f"{macro}{{{{ {call} }}}}"
    row = {"title": "<em>"}
    assert shown(source, row=row) == as_jinja2_does(source, row=row)


def test_a_key_of_a_document_comes_before_a_method_of_dictionaries():
    assert shown("{{ row.items }}", row=VALUES["row"]) == "3"


@pytest.mark.parametrize(
    "source",
    [
        "{% macro row(a) %}{{ a }}{{ caller() }}{% endmacro %}{% call row('<a>') %}{{ text }}{% endcall %}",
        "{% macro any() %}{{ varargs | join }}{{ kwargs }}{% endmacro %}{{ any(1, 2, three=3) }}",
        "{% macro one(a) %}{{ a }}{% endmacro %}{% for n in [1, 2] %}{{ one(n) }}{{ loop.index }}{% endfor %}",
    ],
)
def test_components_with_a_body_or_any_inputs_are_called_as_jinja2_does(source):
    assert shown(source, text="<b>") == as_jinja2_does(source, text="<b>")


@pytest.mark.parametrize(
    "source", ["{% macro one(a) %}{% endmacro %}{{ one(1, 2) }}", "{{ row.absent }}", "{{ absent }}"]
)
def test_what_is_wrong_in_a_template_is_an_error_where_pages_are_made(source):
    with pytest.raises((TypeError, jinja2.UndefinedError)):
        shown(source, row={})


def test_the_server_compiles_all_templates_before_it_makes_a_worker(monkeypatch):
    jinja2_of_the_site.prepare()
    monkeypatch.setattr(jinja2_of_the_site.Environment, "compile", None)
    for lang in LANGUAGES:
        for path in TEMPLATES:
            environment(lang).get_template(str(path.relative_to(ROOT / "templates")))


def test_production_reads_no_template_twice(settings):
    settings.DEBUG = False
    assert [EngineHandler()[f"jinja2-{lang}"].env.auto_reload for lang in LANGUAGES] == [False, False]


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_no_component_reads_the_context_of_the_page_that_imports_it(path):
    assert re.findall(r"import [^%]* with context", path.read_text()) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_gives_no_other_meaning_to_a_function_that_it_calls(path):
    """A call is worked out before it is known which names a template makes its own."""
    tree = environment("fr").parse(path.read_text())
    own = {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
    own |= {macro.name for macro in tree.find_all(nodes.Macro)}
    own |= {name for found in tree.find_all(nodes.FromImport) for name in found.names}
    called = {getattr(call.node, "name", None) for call in tree.find_all(nodes.Call)}
    assert own & called & environment("fr").filters.keys() - jinja2.defaults.DEFAULT_FILTERS.keys() == set()
