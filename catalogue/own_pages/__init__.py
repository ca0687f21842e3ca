"""Pages of a new site to begin from: texts in both languages, with placeholders for what only its editors know."""
