"""The controlled list of what people and companies do for a film, after the FIAF manual.

The order is the order of the film page. `DIRECTING`, `CAST`… group roles where a page or a filter needs the group.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a person does for a film."""

    DIRECTOR = "director", _("Director")
    CO_DIRECTOR = "co_director", _("Co-director")
    CAST = "cast", _("Cast")
    PARTICIPANT = "participant", _("Participant")
    NARRATOR = "narrator", _("Narration")
    INTERVIEWER = "interviewer", _("Interviews")
    WRITER = "writer", _("Screenplay")
    SOURCE_AUTHOR = "source_author", _("Original work")
    DIALOGUE = "dialogue", _("Dialogue")
    CINEMATOGRAPHER = "cinematographer", _("Cinematography")
    CAMERA_OPERATOR = "camera_operator", _("Camera operator")
    SOUND_RECORDIST = "sound_recordist", _("Sound recording")
    EDITOR = "editor", _("Editing")
    SOUND_EDITOR = "sound_editor", _("Sound editing")
    SOUND_MIXER = "sound_mixer", _("Sound mixing")
    COMPOSER = "composer", _("Music")
    PERFORMER = "performer", _("Musical performance")
    PRODUCTION_DESIGNER = "production_designer", _("Production design")
    COSTUME_DESIGNER = "costume_designer", _("Costumes")
    MAKE_UP = "make_up", _("Make-up")
    ANIMATOR = "animator", _("Animation")
    VISUAL_EFFECTS = "visual_effects", _("Visual effects")
    COLOURIST = "colourist", _("Colour grading")
    ASSISTANT_DIRECTOR = "assistant_director", _("Assistant director")
    SCRIPT_SUPERVISOR = "script_supervisor", _("Script supervisor")
    PRODUCER = "producer", _("Producer")
    EXECUTIVE_PRODUCER = "executive_producer", _("Executive producer")
    LINE_PRODUCER = "line_producer", _("Line producer")
    COMMISSIONING_EDITOR = "commissioning_editor", _("Commissioning editor")
    RESEARCHER = "researcher", _("Research")
    TRANSLATOR = "translator", _("Translation")


class CompanyRole(TextChoices):
    """What a company does for a film."""

    PRODUCER = "producer", _("Production company")
    DELEGATE_PRODUCER = "delegate_producer", _("Delegate producer")
    CO_PRODUCER = "co_producer", _("Co-production")
    BROADCASTER = "broadcaster", _("Co-producing broadcaster")
    FUNDER = "funder", _("Funding")
    DISTRIBUTOR = "distributor", _("Distribution")
    SALES_AGENT = "sales_agent", _("International sales")
    RIGHTS_HOLDER = "rights_holder", _("Rights holder")
    LABORATORY = "laboratory", _("Laboratory")


DIRECTING = (Role.DIRECTOR, Role.CO_DIRECTOR)
PRODUCING_COMPANY = (CompanyRole.PRODUCER, CompanyRole.DELEGATE_PRODUCER, CompanyRole.CO_PRODUCER)
