"""What choices are called. Documents, cards and terms hold their codes; the words are looked up when a page is made, in
the reader's language, so that what is published is the same whatever is translated.
"""

from functools import lru_cache, partial

from django.utils.translation import get_language, override

from catalogue.models import Identifier, LanguageUse, OtherTitle, OutsideWork, Text
from catalogue.reference.forms import Form
from catalogue.reference.roles import CompanyRole, Role

_choices = {
    "form": Form,
    "role": Role,
    "company_role": CompanyRole,
    "language_use": LanguageUse.Use,
    "other_title": OtherTitle.Kind,
    "identifier": Identifier.Scheme,
    "text": Text.Kind,
    "outside_work": OutsideWork.Kind,
}


def register(**choices):
    """Add choices under names of their own. An app does so once, when it is ready."""
    _choices.update(choices)


def label(name, code):
    """Return what the reader calls one of these choices; the code of one that there is no more."""
    return label_in(get_language(), name, code)


def label_in(language, name, code):
    """Return what a choice is called in a language."""
    return _labels(name, language).get(code, code)


def labels_of(name):
    """Return a function that tells what the reader calls one of these choices: `says` of a field."""
    return partial(label, name)


def is_one_of(name):
    """Return a function that tells whether a code is one of these choices: `takes` of a field."""
    return lambda code: code in _labels(name, get_language())


@lru_cache(maxsize=64)
def _labels(name, language):
    with override(language):
        return {member.value: str(member.label) for member in _choices[name]}
