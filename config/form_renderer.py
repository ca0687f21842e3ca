"""How forms are drawn: Django's own widgets by Jinja2, several times as quick, the admin's by its templates.

The film's form has three hundred widgets.
"""

from django.forms.renderers import DjangoTemplates, Jinja2


class FormRenderer(DjangoTemplates):
    def __init__(self):
        self.quick = Jinja2()

    def get_template(self, template_name):
        in_jinja2 = template_name.startswith("django/forms/")
        return self.quick.get_template(template_name) if in_jinja2 else super().get_template(template_name)
