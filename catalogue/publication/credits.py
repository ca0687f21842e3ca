"""Who did what for a film, as its document says."""

from catalogue.reference.roles import DIRECTING


def people(film, roles):
    """Return the references of the people with one of these roles, in the order of the page."""
    return [person for credit in film["credits"] if credit["role"] in roles for person in credit["people"]]


def directors(film):
    return people(film, DIRECTING)


def companies(film, roles):
    """Return the references of the companies with one of these roles, in the order of the page."""
    found = [credit["companies"] for credit in film["companies"] if credit["role"] in roles]
    return [company for credited in found for company in credited]
