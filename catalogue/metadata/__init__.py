"""What machines read of a page: structured data (schema.org), citations, cards that other sites show.

It says what the page says, in the reader's language, and nothing more: what is unknown is left out.
"""
