"""Values that are offered beside others: the USSR beside Russia, which a visitor who wants one may want too."""

from catalogue.publication.fields import field


def related_choices(facets, name, choices):
    """Return {value: [Choice]}: what is offered beside each choice of a facet, and what films it would give or add.

    Each value is offered once. What the facet shows anyway stands beside what is chosen, and beside nothing else.
    """
    if not field(name).related:
        return {}
    shown = {choice.value: choice.selected for choice in choices}
    values, films = facets.postings.values(name), facets.within_reach(name)
    offered, found = {value for value, is_chosen in shown.items() if is_chosen}, {}
    for choice in choices:
        counted = []
        for other in field(name).related(choice.value):
            is_free = other not in offered and (choice.selected or other not in shown)
            if is_free and (count := films.count(values.ids(other))):
                counted.append((other, count))
                offered.add(other)
        if counted:
            found[choice.value] = facets.choices(name, counted)
    return found
