"""Labels in English: refused with their line, because pages are read in French and their texts taken as French.

Taken for text or for the name of a version, they would say what the page does not. No Django.
"""

from catalogue.folding import fold
from catalogue.importing.records import ParseError

HEADINGS = {
    "director": "Réalisateur",
    "directors": "Réalisateurs",
    "directed by": "Réalisateur",
    "cast": "Acteurs",
    "actors": "Acteurs",
    "share": "Partager sur",
    "share on": "Partager sur",
    "product unavailable": "Produit indisponible",
    "product available": "Produit disponible",
}
FIELDS = {
    "year": "Année",
    "country": "Pays",
    "countries": "Pays",
    "form": "Forme",
    "forms": "Forme",
    "running time": "Durée",
    "duration": "Durée",
    "producer": "Producteur",
    "producers": "Producteur",
    "language": "Langue",
    "languages": "Langue",
    "subtitles": "Sous-titres",
    "short summary": "Résumé court",
}


def refuse_heading(line):
    """Raise ParseError for a heading of a film page in English."""
    _refuse(line, HEADINGS.get(fold(line.text)) if len(line.text) <= 40 else None)


def refuse_field(line):
    """Raise ParseError for a line of the technical list in English."""
    _refuse(line, french_field(line))


def french_field(line):
    """Return what a line such as "Year 2021" or "Running time: 80" is called in French, None for another line."""
    words = fold(line.text[:40]).split()
    return FIELDS.get(" ".join(words[:2])) or FIELDS.get(" ".join(words[:1]))


def _refuse(line, french):
    if french:
        raise ParseError(line.number, "Label", line.text, f"labels in French, “{french}”")
