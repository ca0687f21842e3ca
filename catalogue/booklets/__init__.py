"""Booklets: any list of films, a selection or a company's films, as pages to print and as a PDF (docs/booklets.md)."""
