import pytest

from catalogue.importing.records import FaultyPageError, Found, ShootingSecretsPage, body
from tests.importing.source_pages import codes, parse_file, parse_text, printings, values

PAGE = """Mon compte
    La Nuit claire
    Anecdotes et secrets autour de "La Nuit claire" et de son tournage !

    {director}

    {bio}

    Note d'intention

    Une première idée.

    Une seconde, plus longue que la première.

    {more}

    Les secrets de tournage des films les plus populaires lors des 30 derniers jours
    • En fanfare (2024)
    Back to Top"""

BIO = "Natalia Almada tourne depuis vingt ans."

POPULAR = """En fanfare
Vaiana 2
Conclave
La Plus Précieuse Des Marchandises
Leurs Enfants après eux
Wicked
Gladiator II
Mufasa : Le Roi Lion
Juré n°2
L’Amour ouf
Vingt dieux
Le Seigneur des Anneaux : La Guerre des Rohirrim
Heretic
The Substance
Saint-Ex
Jamais sans mon psy
Kraven The Hunter
Monsieur Aznavour
Les Femmes au balcon
Les Boules de Noël""".split("\n")


def page(director="Le réalisateur", bio=BIO, more="Un hiver de tournage\n\n    Il a neigé."):
    return parse_text(PAGE.format(director=director, bio=bio, more=more))


@pytest.mark.parametrize("path", printings("shooting-secrets-norilsk.txt"), ids=str)
def test_every_fact_of_the_page_of_norilsk_is_found_on_its_line(path):
    found = parse_file(path)
    assert isinstance(found, ShootingSecretsPage)
    assert found.film_title == Found("Norilsk, l’étreinte de glace", 2)
    (biography,) = found.biographies
    assert biography.heading == Found("Le réalisateur", 5)
    assert biography.names == (Found("François-Xavier Destors", 7),)
    assert [paragraph.line for paragraph in biography.paragraphs] == [7]
    assert [(work.title.value, work.kind, work.year) for work in biography.works] == [
        ("Images d’Après. Cinéma et Génocide au Rwanda", "book", None),
        ("Rwanda, la surface de réparation", "film", None),
        ("Les Voix de Srebrenica", "documentary", None),
        ("Paris, une histoire capitale", "documentary", None),
        ("Les années 1968", "documentary", None),
    ]
    (note,) = found.texts
    assert (note.heading, note.kind, note.author) == (Found("Note d’intention", 9), "intention_note", None)
    assert [paragraph.line for paragraph in note.paragraphs] == [11, 13, 15, 17]
    assert body(note.paragraphs).count("\n\n") == 3
    assert (found.popular.heading.line, found.popular.days) == (19, 30)
    assert [(film.title.value, film.year.value) for film in found.popular.films] == [
        (t, 2024) for t in POPULAR
    ]
    assert [film.title.line for film in found.popular.films] == list(range(20, 40))
    assert found.warnings == ()


def test_any_other_heading_is_a_shooting_secret():
    more = "Un hiver de tournage\n\n    Il a neigé.\n\n    Vrai ou faux ?\n\n    Les deux, mais pas le même jour."
    found = page(more=more)
    assert [(text.heading.value, text.kind, values(text.paragraphs)) for text in found.texts] == [
        (
            "Note d'intention",
            "intention_note",
            ["Une première idée.", "Une seconde, plus longue que la première."],
        ),
        ("Un hiver de tournage", "shooting_secret", ["Il a neigé."]),
        ("Vrai ou faux ?", "shooting_secret", ["Les deux, mais pas le même jour."]),
    ]


def test_a_page_needs_neither_director_nor_note_nor_popular_films():
    found = parse_text("Le Film\nAnecdotes autour du film et de son tournage\n\nUne tempête\n\nElle dura.")
    assert (found.film_title.value, found.biographies, found.popular) == ("Le Film", (), None)
    assert [text.heading.value for text in found.texts] == ["Une tempête"]


@pytest.mark.parametrize(
    ("bio", "names"),
    [
        ("Natalia Almada tourne depuis vingt ans.", ["Natalia Almada"]),
        ("Née à Mexico City, Natalia Almada vit à San Francisco.", ["Natalia Almada"]),
        ("Natalia Almada, née au Mexique, a étudié à la Rhode Island School.", ["Natalia Almada"]),
        ("Natalia Almada (Mexique, 1974) est cinéaste.", ["Natalia Almada"]),
        ("Après Sciences Po Paris, Rithy Panh entre à l'Idhec.", ["Rithy Panh"]),
        ("La réalisatrice Agnès Varda filme des glaneurs.", ["Agnès Varda"]),
        ("Né à Lyon, Denys de la Tour vit à Brest.", ["Denys de la Tour"]),
        ("Diplômé de la Femis, Jean de La Rue se tourne vers le réel.", ["Jean de La Rue"]),
        ('L\'auteur du livre "Petit Jean Marche" est connu. Anna Roy a grandi à Lyon.', ["Anna Roy"]),
        ("Jean Rouch et Edgar Morin signent ensemble ce film.", ["Jean Rouch", "Edgar Morin"]),
    ],
)
def test_the_director_is_the_name_that_a_sentence_is_about(bio, names):
    found = page(bio=bio)
    assert values(found.biographies[0].names) == names
    assert found.warnings == ()


@pytest.mark.parametrize(
    "heading", ["Le réalisateur", "La réalisatrice", "Le cinéaste", "LA CINÉASTE", "À propos du réalisateur"]
)
def test_a_director_has_several_headings(heading):
    assert values(page(director=heading).biographies[0].names) == ["Natalia Almada"]


def test_each_of_several_directors_has_a_biography():
    bio = "Anna Roy filme la mer.\n\n    Elle vit à Brest.\n\n    Paul Roux filme la montagne."
    found = page(director="Les réalisateurs", bio=bio)
    assert [(values(b.names), values(b.paragraphs)) for b in found.biographies] == [
        (["Anna Roy"], ["Anna Roy filme la mer.", "Elle vit à Brest."]),
        (["Paul Roux"], ["Paul Roux filme la montagne."]),
    ]


def test_a_biography_without_a_name_is_kept_with_a_warning():
    found = page(bio="Il tourne depuis vingt ans.")
    assert values(found.biographies[0].paragraphs) == ["Il tourne depuis vingt ans."]
    assert (found.biographies[0].names, codes(found)) == ((), [(7, "no-director-name")])


def test_works_have_their_kind_and_year_and_the_film_itself_is_none():
    bio = 'Anna Roy a signé les films « Un » (2014) et "Deux", une série "Trois", et "La Nuit claire". Elle dit "non".'
    works = page(bio=bio + " Ses courts-métrages (Quatre, 1999 ; Cinq) ont voyagé.").biographies[0].works
    assert [(work.title.value, work.kind, work.year) for work in works] == [
        ("Un", "film", 2014),
        ("Deux", "film", None),
        ("Trois", "other", None),
        ("Quatre", "film", 1999),
        ("Cinq", "film", None),
    ]


def test_the_director_may_sign_a_text():
    found = page(more="Natalia Almada")
    assert [text.author.value for text in found.texts] == ["Natalia Almada"]


def test_two_prints_of_the_title_that_differ_are_a_warning():
    found = parse_text(
        'Le Film\nAnecdotes autour de "La Film" et de son tournage\n\nUne tempête\n\nElle dura.'
    )
    assert (found.film_title.value, codes(found)) == ("Le Film", [(2, "doubled-name")])


def test_accents_case_and_apostrophes_do_not_make_two_titles():
    found = parse_text('L\'Été\nAnecdotes autour de "l’été" et de son tournage\n\nUne tempête\n\nElle dura.')
    assert found.warnings == ()


def test_a_popular_film_may_lack_its_year_and_have_brackets():
    top = "Le Film\nAnecdotes autour du film et de son tournage\n\nLes films les plus populaires\n"
    found = parse_text(f"{top}• Wicked\n• Juré (n°2) (2024)\n• Fargo (live)\n• Wicked")
    assert [(f.title.value, f.year and f.year.value) for f in found.popular.films] == [
        ("Wicked", None),
        ("Juré (n°2)", 2024),
        ("Fargo (live)", None),
    ]
    assert found.popular.days is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Le Film\nAnecdotes autour du film et de son tournage",
            "line 2: Page: found nothing, expected a section",
        ),
        (
            PAGE.split("Une première")[0],
            "line 9: Note d'intention: found nothing, expected a text below this heading",
        ),
        (
            PAGE.split("• En")[0],
            "line 17: Les secrets de tournage des films les plus populaires lors des 30 derniers",
        ),
        (
            PAGE.replace("2024", "20x4"),
            "line 18: Année: found '20x4', expected a year of four digits between 1874",
        ),
        (
            PAGE.replace("2024", "1066"),
            "line 18: Année: found '1066', expected a year of four digits between 1874",
        ),
        (PAGE.replace("La Nuit", "Nuit" * 70), "line 2: Title: found 'NuitNuit"),
    ],
)
def test_a_truncated_page_and_impossible_values_are_told_with_their_line(text, message):
    with pytest.raises(FaultyPageError) as error:
        parse_text(text.replace("{director}", "Le réalisateur").replace("{bio}", BIO).replace("{more}", ""))
    assert str(error.value).startswith(message)
