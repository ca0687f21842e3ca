"""Share cards: what others' sites show for a link to a page here, 1200 × 630, in the language of the posters."""
