"""How editors search: every word must be found, accents, case and apostrophes aside."""

from django.db.models import Q
from django.utils.translation import get_language

from catalogue.folding import fold


class FoldedSearch:
    """For an admin: search in folded columns; a column of another table is followed without doubling rows."""

    folded_columns = []
    year_columns = []

    def get_search_results(self, request, queryset, search_term):
        words = fold(search_term).split()
        if search_term.strip() and not words:
            return queryset.none(), False
        for word in words:
            queryset = queryset.filter(self._holding(word))
        return queryset, False

    def _holding(self, word):
        found = Q()
        for column in self.folded_columns:
            here = Q(**{f"{column}__contains": word})
            found |= Q(pk__in=self.model.objects.filter(here).values("pk")) if "__" in column else here
        if word.isdecimal() and len(word) == 4:
            for column in self.year_columns:
                found |= Q(**{column: int(word)})
        return found


class SmallTableSearch:
    """For an admin of a small table without folded columns: every row's names are read and compared."""

    def get_search_results(self, request, queryset, search_term):
        words = fold(search_term).split()
        if not words:
            return queryset, False
        found = [term.pk for term in queryset if self._holds(term, words)]
        return queryset.filter(pk__in=found), False

    @staticmethod
    def _holds(term, words):
        names = fold(f"{term.pk} {term.name_fr} {term.name_en}")
        return all(word in names for word in words)

    def get_ordering(self, request):
        return ["name_en" if get_language() == "en" else "name_fr"]
