"""What an account may do: its own rights and those of its groups, read together."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.models import Permission
from django.db.models import Q


class RightsTogether(AuthenticationBackend):
    """Django reads both one after the other, in each request of an editor."""

    def get_all_permissions(self, user_obj, obj=None):
        if user_obj.is_superuser or user_obj.is_anonymous or not user_obj.is_active or obj is not None:
            return super().get_all_permissions(user_obj, obj)
        if not hasattr(user_obj, "_perm_cache"):
            held = Permission.objects.filter(Q(user=user_obj) | Q(group__in=user_obj.groups.all()))
            names = held.order_by().values_list("content_type__app_label", "codename")
            user_obj._perm_cache = {f"{app}.{name}" for app, name in names}
        return user_obj._perm_cache
