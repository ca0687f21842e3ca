"""A list of films, and lists of names: the query string, filters, facets, pages. Asked without a request."""
