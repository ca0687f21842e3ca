"""What the world calls things: countries, languages, roles, the years a film may bear. Imports no model."""
