"""Charts to browse by: years, countries, and the portrait of a catalogue.

All are counted from the postings, as facets are: every mark is a link, and its number is the number of films after
the click.
"""
