"""From the editors' tables to what visitors read.

documents      builds what one public page shows, in both languages, from the editors' tables
references     keeps the names that documents borrow from others (people, companies, countries…) right
terms          derives from a document all that finds and lists it
publish        writes documents, postings and orderings: one by one, or all of them
postings       answers counts, facets and pages from the postings (read side, held by each worker)
contributions  what other apps add to films and companies
"""
