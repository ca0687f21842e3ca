"""Film pages as short as they can be, for tests that change one thing in them."""

from tests.importing.source_pages import parse_text

HEAD = "Users\n\nImage de couverture Users\n\nUn essai.\n\nDVD\n\nRéalisateur\n\nNatalia Almada\n\nPartager sur\n\n"
LIST = "  • Année 2021\n  • Pays France\n  • Durée 80\n"


def film(below="", head=HEAD, technical=LIST):
    return parse_text(head + below + technical)


def version(label, *details):
    return f"  • {label}\n\n    {label}\n\n" + "".join(f"    {detail}\n" for detail in details)
