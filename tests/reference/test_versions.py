"""What versions are called, in both languages."""

import pytest

from catalogue.reference.versions import version_name, version_said


@pytest.mark.parametrize(
    ("label", "english", "french"),
    [
        ("VO", "Original version", "VO"),
        ("VF", "French version", "VF"),
        ("VFSTF", "French version with French subtitles", "VF sous-titrée en français"),
        ("VFSTEN", "French version with English subtitles", "VF sous-titrée en anglais"),
        ("VOSTFR", "Original version with French subtitles", "VOSTFR"),
        ("VOSTA", "Original version with English subtitles", "VO sous-titrée en anglais"),
        (
            "VOSTFR/EN",
            "Original version with French and English subtitles",
            "VO sous-titrée en français et anglais",
        ),
        (
            "VOSTPT-BR AD",
            "Original version with Brazilian Portuguese subtitles and audio description",
            "VO sous-titrée en portugais brésilien avec audiodescription",
        ),
        ("VEN AD", "English version with audio description", "Version en anglais avec audiodescription"),
    ],
)
def test_a_label_is_given_in_words_but_for_those_that_french_audiences_read_as_words(label, english, french):
    assert (version_name(label, "en"), version_name(label, "fr")) == (english, french)


def test_a_label_that_names_a_language_names_it_in_the_readers():
    assert [version_name("Français", code) for code in ("en", "fr")] == ["French", "Français"]
    assert [version_said("English", code) for code in ("en", "fr")] == ["English", "anglais"]


@pytest.mark.parametrize("label", ["Version longue", "VHS", "Director’s cut", "VOSTXYZ", "DCP", ""])
@pytest.mark.parametrize("locale", ["en", "fr"])
def test_what_an_editor_calls_a_version_otherwise_stays(label, locale):
    assert version_name(label, locale) == label
