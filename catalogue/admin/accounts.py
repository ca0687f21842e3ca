"""Accounts of those who work here: a name, an address, a role. What a role may do is not changed here."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, ReadOnlyPasswordHashWidget, UserChangeForm
from django.contrib.auth.models import Group, User
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _

ROLES = {
    "editors": _("Editor: writes and publishes everything"),
    "curators": _("Curator: writes and publishes selections, reads the rest"),
    "partners": _("Partner: writes on the films of a company; an editor publishes"),
    "administrators": _("Administrator: does what an editor does, and makes accounts"),
}

admin.site.unregister([User, Group])


class NotShown(ReadOnlyPasswordHashWidget):
    """The way to a new password, without what is kept of the present one."""

    def get_context(self, name, value, attrs):
        return super().get_context(name, value, attrs) | {"summary": []}


class AccountForm(UserChangeForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "groups" in self.fields:
            _name_roles(self.fields["groups"])
        if "password" in self.fields:
            self.fields["password"].widget = NotShown()
            self.fields["password"].help_text = _("It is kept in a form that nobody can read.")


class NewAccountForm(AdminUserCreationForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _name_roles(self.fields["groups"])

    def save(self, commit=True):
        self.instance.is_staff = True
        return super().save(commit)


def _name_roles(field):
    field.widget = CheckboxSelectMultiple(choices=field.choices)
    field.label_from_instance = lambda group: ROLES.get(group.name, group.name)
    field.label, field.help_text = _("Role"), ""


def _role(name):
    """Return what a group is called in lists."""
    return str(ROLES.get(name, name)).partition(":")[0].strip()


class RoleFilter(admin.RelatedFieldListFilter):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.title, self.empty_value_display = _("role"), _("none")

    def field_choices(self, field, request, model_admin):
        return [(pk, _role(name)) for pk, name in super().field_choices(field, request, model_admin)]


@admin.register(User)
class AccountAdmin(UserAdmin):
    """An administrator makes no account that may do more than an administrator, and changes none that does."""

    form = AccountForm
    add_form = NewAccountForm
    list_display = ["username", "name", "email", "roles", "is_active", "last_login"]
    list_filter = [("groups", RoleFilter), "is_active"]
    filter_horizontal = []
    inlines = []
    fieldsets = [
        (None, {"fields": ["username", "password", ("first_name", "last_name"), "email"]}),
        (_("Rights"), {"fields": ["is_active", "groups"]}),
        (_("Dates"), {"fields": [("last_login", "date_joined")]}),
    ]
    readonly_fields = ["last_login", "date_joined"]
    add_fieldsets = [
        (
            None,
            {
                "fields": [
                    "username",
                    ("first_name", "last_name"),
                    "email",
                    "password1",
                    "password2",
                    "groups",
                ]
            },
        )
    ]

    def get_inlines(self, request, obj):
        return super().get_inlines(request, obj) if obj else []

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description=_("name"), ordering="last_name")
    def name(self, user):
        return user.get_full_name()

    @admin.display(description=_("Role"))
    def roles(self, user):
        names = [_role(group.name) for group in user.groups.all()]
        return ", ".join([*([str(_("All rights"))] if user.is_superuser else []), *names])

    def _may(self, request, user):
        return user is None or request.user.is_superuser or not user.is_superuser

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self._may(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and self._may(request, obj)
