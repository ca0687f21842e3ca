"""What is printed twice is read once: a block and its second print become one. No Django."""

from dataclasses import replace

from catalogue.folding import fold
from catalogue.importing.parsing.film_block import LABELS, Block
from catalogue.importing.records import Found, PageWarning


def merged(prints):
    """Return one block of several prints: the first one counts; what only a later one says is added, with a warning."""
    first, *others = prints or [Block()]
    for other in others:
        # A line that was not expected and is printed again is reported once.
        told = {warning.message for warning in first.warnings}
        first.warnings += [warning for warning in other.warnings if warning.message not in told]
        _merge_fields(first, other)
        _merge_versions(first, other)
        _merge_texts(first, other)
    return first


def values_of(fact):
    """Return a fact without the lines it stands on, to compare two prints of it."""
    if isinstance(fact, Found):
        return values_of(fact.value)
    if isinstance(fact, tuple):
        return tuple(values_of(part) for part in fact)
    return fact


def _warn(block, line, message, *sides):
    """Note what two prints do not say alike; `sides` are facts that contradict each other, the kept one first."""
    sides = tuple(found for fact in sides for found in (fact if isinstance(fact, tuple) else (fact,)))
    message = f"the block is printed twice: {message}"
    block.warnings.append(PageWarning(line, "doubled-block", message, sides))


def _line_of(fact):
    return fact[0].line if isinstance(fact, tuple) else fact.line


def _merge_fields(first, other):
    for name, fact in other.fields.items():
        if not fact:
            continue
        if name not in first.fields:
            _warn(first, _line_of(fact), f"{LABELS[name]} is in this print only; it is kept")
            first.fields[name] = fact
        elif values_of(first.fields[name]) != values_of(fact):
            kept, left = _said(first.fields[name]), _said(fact)
            _warn(
                first,
                _line_of(fact),
                f"{LABELS[name]} is {kept} in the first, {left} here; the first is kept",
                first.fields[name],
                fact,
            )
    missing = [LABELS[name] for name, fact in first.fields.items() if fact and name not in other.fields]
    if missing and (other.fields or other.versions):
        lines = [_line_of(fact) for fact in other.fields.values() if fact] + [
            v.label.line for v in other.versions
        ]
        _warn(first, max(lines), f"this print lacks {', '.join(missing)}")


def _said(fact):
    found = values_of(fact)
    return ", ".join(map(str, found)) if isinstance(found, tuple) else repr(found)


def _merge_versions(first, other):
    by_label = {fold(version.label.value): version for version in first.versions}
    for version in other.versions:
        known = by_label.get(fold(version.label.value))
        if known is None:
            _warn(
                first,
                version.label.line,
                f"the version {version.label.value!r} is in this print only; it is kept",
            )
            first.versions += (version,)
            continue
        for name in ("running_time", "spoken", "subtitles"):
            kept, here = getattr(known, name), getattr(version, name)
            if values_of(kept) == values_of(here):
                continue
            about = f"{name.replace('_', ' ')} of the version {version.label.value!r}"
            if not kept:
                _warn(first, _line_of(here), f"{about} is in this print only; it is kept")
                filled = replace(known, **{name: here})
                first.versions = tuple(filled if one is known else one for one in first.versions)
                known = filled
            else:
                message = f"{about} is not the same here; the first is kept"
                _warn(first, version.label.line, message, kept, here or ())


def _merge_texts(first, other):
    signed = {fold(text.author.value): text for text in first.guest_texts if text.author}
    bodies = {_body(text) for text in first.guest_texts}
    for text in other.guest_texts:
        line = text.paragraphs[0].line
        known = signed.get(fold(text.author.value)) if text.author else None
        if _body(text) in bodies and (
            not text.author or (known and values_of(known.quality) == values_of(text.quality))
        ):
            continue
        if text.author and not known:
            _warn(first, line, f"the text of {text.author.value} is in this print only; it is kept")
            first.guest_texts += (text,)
        else:
            whose = f"the text of {text.author.value}" if text.author else "an unsigned text"
            sides = (known.paragraphs[0], text.paragraphs[0]) if known else ()
            _warn(first, line, f"{whose} is not the same here; the first is kept", *sides)


def _body(text):
    return values_of(text.paragraphs)
