"""What an import tells: all that is wrong with a page, each fault with its line, and what it did not read."""

import io

import pytest
from django.core.management import CommandError, call_command

from catalogue.models import Film
from tests.importing.source_pages import faults

FILM = """Le Port

Réalisateur

Anna Roy

Partager sur

  • VO

    VO

    Durée : longue
    Langue : Syldave
  • Année 19x9
  • Pays Syldavie, Bordurie, France
  • Durée cent sept
  • Langue Arabe
"""
COMPANY = """Atelier Nord

Films produits par Atelier Nord

3 Films

Films coproduits par Atelier Nord

Films distribués par Atelier Nord

1 Film
Le Port

Le Port DVD
"""
SECRETS = """Le Port
Anecdotes autour du Port et de son tournage

Le réalisateur

Note d'intention

Un texte.

Les films les plus populaires
• Le Phare (20x4)
• \u200b (2024)
• La Digue (2023)
• Le Môle (1066)
"""


def starts(page):
    return [fault.split(", expected")[0] for fault in faults(page)]


def test_every_impossible_value_of_a_film_is_told():
    assert starts(FILM) == [
        "line 13: Durée: found 'longue'",
        "line 14: Langue: found 'Syldave'",
        "line 15: Année: found '19x9'",
        "line 16: Pays: found 'Syldavie, Bordurie'",
        "line 17: Durée: found 'cent sept'",
    ]


def test_every_list_of_a_company_tells_what_it_lacks():
    assert starts(COMPANY) == [
        "line 5: Films produits par Atelier Nord: found nothing",
        "line 7: Films coproduits par Atelier Nord: found nothing",
    ]


def test_every_section_and_every_popular_film_tells_what_is_wrong_with_it():
    assert starts(SECRETS) == [
        "line 4: Le réalisateur: found nothing",
        "line 11: Année: found '20x4'",
        "line 12: Title: found nothing",
        "line 14: Année: found '1066'",
    ]


def test_a_value_that_could_not_be_read_is_not_told_as_missing_too():
    assert starts("Le Port\n\nRéalisateur\n\nAnna Roy\n\n• Année 19x9\n") == ["line 7: Année: found '19x9'"]


def test_both_prints_of_a_block_are_told_since_both_are_to_be_mended():
    block = "\nUn texte.\n\n  • Année 19x9\n"
    assert starts(f"Le Port\n\nPartager sur\n{block}{block}") == [
        "line 7: Année: found '19x9'",
        "line 11: Année: found '19x9'",
    ]


@pytest.mark.django_db
def test_the_command_tells_each_fault_on_a_line_of_its_own_with_the_file(tmp_path):
    path = tmp_path / "port.txt"
    path.write_text(FILM)
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(CommandError):
        call_command("import_pages", str(path), stdout=out, stderr=err)
    told = err.getvalue().splitlines()
    assert [line.split(": found")[0] for line in told] == [
        f"{path}:13: error: Durée",
        f"{path}:14: error: Langue",
        f"{path}:15: error: Année",
        f"{path}:16: error: Pays",
        f"{path}:17: error: Durée",
    ]
    assert out.getvalue().splitlines() == [
        f"failed {path}",
        "1 page: 0 created, 0 updated, 0 unchanged, 1 failed",
    ]
    assert not Film.objects.exists()


@pytest.mark.django_db
def test_the_command_tells_what_it_skips_in_a_folder(tmp_path):
    (tmp_path / "port.txt").write_text("Le Port\n\n• Année 2021\n")
    (tmp_path / "phare.html").write_text("Le Phare\n\n• Année 2021\n")
    out = io.StringIO()
    call_command("import_pages", str(tmp_path), stdout=out)
    assert out.getvalue().splitlines() == [
        f"skipped {tmp_path}/phare.html: not a page (*.txt)",
        f'created {tmp_path}/port.txt: film "Le Port" (2021)',
        "1 page: 1 created, 0 updated, 0 unchanged, 0 failed",
    ]
