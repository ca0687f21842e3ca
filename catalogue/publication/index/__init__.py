"""The index: what counts, facets and pages of lists are answered from. Each worker holds it in memory.

postings   what a worker holds, never older than what a request has met
snapshot   the index as it was at a moment: counts, facets and pages of any list
loading    reads it from the database: all of it once, then what has changed
reading    reads by key, in the request, what is not held
values     a field of few values; columns one of very many, packed, and named its values from A to Z
ways       the ways in which films can be seen, and what each holds
ordered    an ordering
matches    films that a list has found, as the index counts them; by_film their values
"""
