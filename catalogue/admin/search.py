"""How editors search: every word must be found, accents, case and apostrophes aside.

A letter alone is in nearly every name: it finds what begins with it.
"""

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
        """Every condition is a list of keys that an index alone gives: no row is read to be compared."""
        own, found = Q(), Q()
        alone = len(word) == 1 and word.isascii() and any("__" not in name for name in self.folded_columns)
        for column in self.folded_columns:
            if "__" not in column:
                own |= Q(**{f"{column}__{'startswith' if alone else 'contains'}": word})
            elif not alone:
                found |= _leading_to(self.model, column, word)
        if own:
            found |= Q(pk__in=self.model._base_manager.filter(own).values("pk"))
        if word.isdecimal() and len(word) == 4:
            for column in self.year_columns:
                found |= Q(**{column: int(word)})
        return found


def _leading_to(model, path, word):
    """The condition on rows of a model that a path of relations leads from to a column that holds the word."""
    name, _dot, rest = path.partition("__")
    if not rest:
        return Q(**{f"{name}__contains": word})
    relation = model._meta.get_field(name)
    others = relation.related_model._base_manager.filter(_leading_to(relation.related_model, rest, word))
    if relation.one_to_many:
        return Q(pk__in=others.values(relation.field.attname))
    return Q(**{f"{name}__in": others})


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
