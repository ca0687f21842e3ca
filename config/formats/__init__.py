"""How dates are written in the admin, where it is not as Django has it; public pages have catalogue/dates.py."""
