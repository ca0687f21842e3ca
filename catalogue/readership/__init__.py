"""Who reads what, without knowing who: films’ pages counted by day, and what is popular."""
