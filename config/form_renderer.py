"""How forms are drawn: Django's own widgets and the sections of long forms by Jinja2, several times as quick, the
admin's widgets by its templates.

The film's form has three hundred widgets.
"""

from django.forms.renderers import DjangoTemplates, Jinja2
from django.template import engines
from django.utils.translation import get_language


class FormRenderer(DjangoTemplates):
    def __init__(self):
        self.quick = Jinja2()

    def get_template(self, template_name):
        if template_name.startswith("django/forms/"):
            return self.quick.get_template(template_name)
        if template_name.startswith("form/"):
            return engines[f"jinja2-{get_language()}"].get_template(template_name)
        return super().get_template(template_name)
