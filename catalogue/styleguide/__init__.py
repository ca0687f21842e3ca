"""The style page: every token and every component in all its states, from small invented data."""
