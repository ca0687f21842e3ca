"""How renditions are called: from the master's name and width alone, so that a page needs to be told nothing more."""

WIDTHS = (320, 640, 960, 1600)  # pixels; a master that is narrower is its own largest rendition
FALLBACK_WIDTH = 960


def widths(width, largest=WIDTHS[-1]):
    """Return the widths of the renditions of a master so wide, up to the first that is as large as asked."""
    return sorted({min(step, width) for step in WIDTHS if step <= largest})


def fallback_width(width):
    return min(FALLBACK_WIDTH, width)


def fallback_suffix(name):
    """The format for browsers that know neither AVIF nor WebP is the master's own: PNG for what lets light through."""
    return name[name.rindex(".") :]


def rendition(name, width, suffix):
    """Return the rendition's name, or address, beside its master's: a.jpg, 640, .avif → a-640.avif."""
    return f"{name[: name.rindex('.')]}-{width}{suffix}"


def srcset(picture, suffix, largest=WIDTHS[-1]):
    """Return the `srcset` of a document's picture in one format."""
    found = ((rendition(picture["src"], width, suffix), width) for width in widths(picture["width"], largest))
    return ", ".join(f"{address} {width}w" for address, width in found)


def fallback(picture):
    """Return the address for a plain <img>; the master's own, where no renditions were made yet."""
    if not picture.get("colour"):
        return picture["src"]
    return rendition(picture["src"], fallback_width(picture["width"]), fallback_suffix(picture["src"]))
