"""What versions are called, in both languages."""

import pytest

from catalogue.reference.versions import version_name, version_said


@pytest.mark.parametrize(
    ("label", "english"),
    [
        ("VO", "Original version"),
        ("VF", "French version"),
        ("VFSTF", "French version with French subtitles"),
        ("VOSTFR", "Original version with French subtitles"),
        ("VOSTA", "Original version with English subtitles"),
        ("VOSTFR/EN", "Original version with French and English subtitles"),
        ("VOSTPT-BR AD", "Original version with Brazilian Portuguese subtitles and audio description"),
        ("VEN AD", "English version with audio description"),
    ],
)
def test_a_label_of_french_cinemas_is_told_in_english_words_and_stays_in_french(label, english):
    assert (version_name(label, "en"), version_name(label, "fr")) == (english, label)


def test_a_label_that_names_a_language_names_it_in_the_readers():
    assert [version_name("Français", code) for code in ("en", "fr")] == ["French", "Français"]
    assert [version_said("English", code) for code in ("en", "fr")] == ["English", "anglais"]


@pytest.mark.parametrize("label", ["Version longue", "VHS", "Director’s cut", "VOSTXYZ", "DCP", ""])
@pytest.mark.parametrize("locale", ["en", "fr"])
def test_what_an_editor_calls_a_version_otherwise_stays(label, locale):
    assert version_name(label, locale) == label
