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
contributions  what other apps add to the documents of films and companies
labels         what choices are called, looked up when a page is made

publish        puts objects on the site and takes them off
writing        what one publication writes: pages, then the postings, orderings and versions they move
posting_rows   postings in the database: read by key, changed by what pages gain and lose
orderings      in which order pages are listed: blocks of sort keys in the database
around         the pages that show a page beside their own document
tasks          what is left for later; background does it, in steps
rebuild        writes all of it anew, beside what visitors read; differences tells what that changed
deletion       takes what is deleted off the site

state          how far the publication has come: the small query of every request
index          what workers hold in memory of the postings and orderings, to count and list films; day is how to read it

docs/publication.md tells how a saved film becomes an answer.
"""
