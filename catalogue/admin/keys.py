"""Keys of rows as addresses and forms send them, where anything may stand."""


def is_key(text):
    return bool(text) and text.isascii() and text.isdecimal() and len(text) < 19  # or no database has it


def key_of(text):
    """Return the key that a text is; 0, which no row has, where it is none."""
    return int(text) if is_key(text) else 0
