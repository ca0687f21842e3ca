"""What a row must be before it is kept, the same on every database: SQLite alone would take too long a text."""

from django.core.exceptions import ValidationError

from catalogue.folding import fold

LARGEST = {"PositiveSmallIntegerField": 32_767, "PositiveIntegerField": 2_147_483_647}


def problem_before_saving(row):
    """Return (field, what is wrong with its value), or None."""
    relations = [field.name for field in row._meta.fields if field.is_relation or not field.editable]
    try:
        row.clean_fields(exclude=relations)
    except ValidationError as error:
        field, problems = next(iter(error.message_dict.items()))
        return field, " ".join(problems)
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if isinstance(value, int) and value > LARGEST.get(field.get_internal_type(), value):
            return field.name, f"{value} is too large a number."
        folded = f"folded_{field.name}"
        if hasattr(row, folded) and len(fold(value)) > row._meta.get_field(folded).max_length:
            return field.name, "Too long once it is written in plain letters."
    return None


def problem_of_length(row):
    """Return (field, what is wrong) for a column that saving computed, such as a folded title; or None."""
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if isinstance(value, str) and field.max_length and len(value) > field.max_length:
            return field.name, f"{len(value)} letters, {field.max_length} at most."
    return None
