"""The controlled list of forms of films, after the FIAF cataloguing manual: how a film is made, whatever it tells.

What it tells (comedy, western…) is its genre. A film may be of several forms: both fiction and documentary, say.
"""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy


class Form(TextChoices):
    """A form of films, in the order of the film page."""

    FICTION = "fiction", pgettext_lazy("form of a film", "Fiction")
    DOCUMENTARY = "documentary", pgettext_lazy("form of a film", "Documentary")
    ACTUALITY = "actuality", pgettext_lazy("form of a film", "Actuality")
    ESSAY = "essay", pgettext_lazy("form of a film", "Essay")
    ANIMATION = "animation", pgettext_lazy("form of a film", "Animation")
    EXPERIMENTAL = "experimental", pgettext_lazy("form of a film", "Experimental")
    COMPILATION = "compilation", pgettext_lazy("form of a film", "Compilation of archives")
    PERFORMANCE = "performance", pgettext_lazy("form of a film", "Recorded performance")
    AMATEUR = "amateur", pgettext_lazy("form of a film", "Amateur film")


# What films of a form are called in a title, where that is masculine in French, as the adjectives beside it are.
PLURALS = {
    Form.FICTION: pgettext_lazy("title of a list", "fiction films"),
    Form.DOCUMENTARY: pgettext_lazy("title of a list", "documentaries"),
    Form.ESSAY: pgettext_lazy("title of a list", "essay films"),
    Form.ANIMATION: pgettext_lazy("title of a list", "animated films"),
    Form.EXPERIMENTAL: pgettext_lazy("title of a list", "experimental films"),
    Form.COMPILATION: pgettext_lazy("title of a list", "compilations of archives"),
    Form.AMATEUR: pgettext_lazy("title of a list", "amateur films"),
}
