"""From the editors' tables to what visitors read.

documents      kinds of pages: what each shows, in both languages, from the editors' tables, and what finds it
building       gives whole documents of what is saved, without storing them; publishing does
references     keeps the names that documents borrow from others (people, companies, countries…) right
fields         what films are found and narrowed by, one declaration a field; film_fields are the catalogue's own
cards          what lists show of pages, read by ids
surroundings   what a page shows beside its own document, read with it
facts          simple facts of a film, one line each
search         which words find a film, and what a phrase finds
terms          all that a document decides of its page: address, card, terms, sort keys
credits        who did what for a film, as its document says
publish        writes documents, postings and orderings: one by one, or all of them
postings       answers counts, facets and pages from the postings (read side, held by each worker)
posting_rows   writes postings
orderings      writes in which order pages are listed
deletion       takes what is deleted off the site
contributions  what other apps add to the documents of films and companies
"""
