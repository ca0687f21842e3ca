"""Import of source pages, in three stages that know nothing of each other.

`read` turns a file into numbered lines, `parsing` turns lines into frozen records (no Django), `store` turns
records into rows and says what it did.
"""
