"""Films for posters, in several scripts."""

from hypothesis import strategies as st

from catalogue.posters.subject import Film

FILM = Film(7, "Sans soleil", "fr", ("Chris Marker",), 1983, ("France",))
ALPHABETS = (
    'abcdefghijklmnopqrstuvwxyzéèêàçœÀÉŒß’-!?&<>"',
    "абвгджзийклмнопрстуфхцчшщъыьэюяЁЖ",
    "αβγδεζηθικλμνξοπρστυφχψωΆΉ",
    "花樣年華東京物語映画情書",
    "المومياءشجرةالليمون",
    "안녕하세요ภาพยนตร์שלום",
    "😀🎬\u0000\u0007\u200f\ufeff​𝕏",
)
words = st.sampled_from(ALPHABETS).flatmap(lambda letters: st.text(letters, min_size=1, max_size=30))
titles = st.lists(words, min_size=1, max_size=12).map(lambda found: " ".join(found)[:200])
films = st.builds(
    Film,
    id=st.integers(1, 100_000),
    title=titles.map(lambda title: " ".join(title.split()) or "·"),
    language=st.sampled_from(["", "fr", "en", "tr", "ar"]),
    directors=st.lists(titles.map(lambda title: title[:60]), max_size=8).map(tuple),
    year=st.none() | st.integers(1888, 2030),
    countries=st.lists(
        st.sampled_from(["France", "République démocratique allemande", "台灣"]), max_size=6
    ).map(tuple),
    window=st.sampled_from([0, 0, 250, 337, 599]),
)
