"""The contrast of two colours, as WCAG 2.2 has it."""

from functools import lru_cache


@lru_cache(maxsize=4096)
def contrast(one, other):
    """Return the contrast of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=4096)
def luminance(colour):
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def channels(colour):
    """ "#f19a1f" → (241, 154, 31)"""
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
