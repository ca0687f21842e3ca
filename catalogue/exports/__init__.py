"""Lists of films to take along: as tables (CSV, XLSX, JSON), as a feed (Atom), as a calendar (iCalendar).

films      the films of a list, read a few hundred at a time, whatever there are
columns    what a table says of a film; apps beside the catalogue add their own (docs/exports.md)
tables     the three kinds of tables
feed       the newest of them
calendar   what comes and what leaves
"""
