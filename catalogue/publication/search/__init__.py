"""The search: what somebody types, and the pages that are meant, best first. The same on both databases.

numbers, words   text as the search compares it: folded, with all the forms that mean the same
fields           the postings that words stand in; terms makes them of documents
query            the words of a question, each with what may stand for it in the vocabulary
levels           bitmaps of what a question finds, the better ones first
ranking          the order of the first of them, by their titles
spelling         which other question may be meant where one finds nothing
find             all of it together: search() and suggest()

The rules are in docs/search.md.
"""
