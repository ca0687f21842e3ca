"""Films and texts as other people's writing cites them: a sentence, RIS, BibTeX."""
