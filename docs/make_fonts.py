"""Make the two typefaces of the public pages from their sources, as static/fonts/README.md says.

    python docs/make_fonts.py FOLDER_WITH_THE_SOURCES

Each file is one variable font of one axis, weight. What a catalogue in Latin letters does not need is left out:
hinting, alternates, other scripts. Kerning is that of one weight, in classes, so that it costs little.
"""

import sys
from io import BytesIO
from pathlib import Path

import uharfbuzz as hb
from fontTools import designspaceLib, subset, varLib
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.varLib.instancer import instantiateVariableFont

FONTS = Path(__file__).resolve().parent.parent / "static" / "fonts"
# English and French, and the letters of names in the other languages of Europe, of Turkish and of Vietnamese.
LETTERS = (
    "U+20-7E,U+A0-A3,U+A7-AB,U+AE,U+B0,U+B7,U+BA-BB,U+BF-131,U+134-137,U+139-13E,U+141-148,U+14A-17E,U+218-21B,U+1E9E,"
    "U+1A0-1A1,U+1AF-1B0,U+1EA0-1EF9,"
    "U+2010,U+2013-2014,U+2018-201A,U+201C-201E,U+2022,U+2026,U+202F,U+2039-203A,U+20AC,U+2190-2192,U+2212"
)
FEATURES = ["kern", "liga", "locl"]
LEAST_KERNING = 0.012  # em: less is not seen
SAME_KERNING = 0.016  # em by which a letter may differ from the class that it joins
# Above and below the base line, in em: a title set solid keeps the accents of its capitals within its line.
LINE = {"newsreader": (0.9, 0.26)}
# Source, units to the em, and the axes at the lightest and at the boldest weight. Text is light and small, titles are
# bold and large: the optical size follows the weight.
MADE = {
    "newsreader": ("Newsreader[opsz,wght].ttf", 500, {"opsz": 20, "wght": 400}, {"opsz": 60, "wght": 700}),
    "hanken-grotesk": ("HankenGrotesk[wght].ttf", 400, {"wght": 400}, {"wght": 700}),
}


def made(source, units, lightest, boldest):
    masters = [one_weight(source, units, axes) for axes in (lightest, boldest)]
    kerning = kerning_of(masters[1])
    space = designspaceLib.DesignSpaceDocument()
    space.addAxisDescriptor(tag="wght", name="Weight", minimum=400, default=400, maximum=700)
    for master, weight in zip(masters, (400, 700), strict=True):
        if "GPOS" in master:
            del master["GPOS"]
        space.addSourceDescriptor(font=master, location={"Weight": weight})
    font, _model, _names = varLib.build(space)
    if "STAT" in font:
        del font["STAT"]
    addOpenTypeFeaturesFromString(font, kerning, tables=["GPOS"])
    return font


def one_weight(source, units, axes):
    """Return the font at one place of its axes, with the letters and the features that are kept."""
    font = again(instantiateVariableFont(TTFont(source), axes))
    take_proportional_figures(font)
    options = subset.Options(
        layout_features=FEATURES,
        hinting=False,
        name_IDs=[0, 1, 2, 13, 14],
        drop_tables=["DSIG", "STAT", "MVAR", "meta", "gasp"],
    )
    keeper = subset.Subsetter(options)
    keeper.populate(unicodes=subset.parse_unicodes(LETTERS))
    keeper.subset(font)
    font = again(font)
    scale_upem(font, units)
    return again(font)


def take_proportional_figures(font):
    """Make the proportional figures those of the serif without a feature: it sets titles and text, not tables."""
    if "Newsreader" not in font["name"].getDebugName(1):
        return
    for record in font["GSUB"].table.FeatureList.FeatureRecord:
        if record.FeatureTag == "pnum":
            lookup = font["GSUB"].table.LookupList.Lookup[record.Feature.LookupListIndex[0]]
            proportional = lookup.SubTable[0].mapping
    for table in font["cmap"].tables:
        table.cmap.update({code: proportional.get(glyph, glyph) for code, glyph in table.cmap.items()})


def again(font):
    file = BytesIO()
    font.save(file)
    file.seek(0)
    return TTFont(file)


def kerning_of(font):
    """Return the font's kerning as a feature file of classes: letters that are kerned alike are one class."""
    file = BytesIO()
    font.save(file)
    shaped = hb.Font(hb.Face(file.getvalue()))
    letters = {
        font.getGlyphID(name): chr(code) for code, name in sorted(font.getBestCmap().items(), reverse=True)
    }
    glyphs = sorted(letters)
    widths = {glyph: shaped.get_glyph_h_advance(glyph) for glyph in glyphs}
    least = LEAST_KERNING * shaped.face.upem
    same = SAME_KERNING * shaped.face.upem
    pairs = {}
    for first in glyphs:
        for second in glyphs:
            buffer = hb.Buffer()
            buffer.add_str(letters[first] + letters[second])
            buffer.guess_segment_properties()
            hb.shape(shaped, buffer, {"kern": True, "liga": False})
            by = buffer.glyph_positions[0].x_advance - widths[first]
            pairs[first, second] = by if abs(by) >= least else 0
    rows = classes({first: [pairs[first, second] for second in glyphs] for first in glyphs}, same)
    columns = classes({second: [pairs[row[0], second] for row in rows] for second in glyphs}, same)
    name = font.getGlyphName
    lines = [
        f"  pos [{' '.join(map(name, row))}] [{' '.join(map(name, column))}] {pairs[row[0], column[0]]};"
        for row in rows
        for column in columns
        if pairs[row[0], column[0]]
    ]
    return "feature kern {\n" + "\n".join(lines) + "\n} kern;\n"


def classes(kerned, same):
    """Return lists of the glyphs whose kerning differs by so little; glyphs without any are left out."""
    found = []
    for glyph, values in kerned.items():
        if not any(values):
            continue
        for alike in found:
            if all(abs(a - b) <= same for a, b in zip(kerned[alike[0]], values, strict=True)):
                alike.append(glyph)
                break
        else:
            found.append([glyph])
    return found


def set_line(font, above, below):
    units = font["head"].unitsPerEm
    for table, ascent, descent in (
        ("hhea", "ascent", "descent"),
        ("OS/2", "sTypoAscender", "sTypoDescender"),
    ):
        setattr(font[table], ascent, round(above * units))
        setattr(font[table], descent, -round(below * units))


def main(folder):
    for name, (source, *places) in MADE.items():
        font = made(next(Path(folder).rglob(source.replace("[", "[[]"))), *places)
        if name in LINE:
            set_line(font, *LINE[name])
        font.flavor = "woff2"
        font.save(FONTS / f"{name}.woff2")
        print(name, (FONTS / f"{name}.woff2").stat().st_size, len(font.getGlyphOrder()), "glyphs")


if __name__ == "__main__":
    main(*sys.argv[1:])
