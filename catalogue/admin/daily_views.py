"""How often films are read: editors look, the site counts."""

from django.contrib import admin

from catalogue.models import DailyViews


@admin.register(DailyViews)
class DailyViewsAdmin(admin.ModelAdmin):
    list_display = ["film", "day", "count"]
    list_select_related = ["film"]
    list_per_page = 50
    date_hierarchy = "day"
    search_fields = ["film__folded_title"]
    fields = ["film", "day", "count"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
