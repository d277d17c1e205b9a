// The two pictures of a result, as SVG. Each says nothing that the table beside it does not, so readers of a
// screen pass over it. Offers differ by number, dash and mark, parts by pattern, and not by colour alone.

import { short } from "./numbers.js";

const SVG = "http://www.w3.org/2000/svg";
const [HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [300, 64, 32, 16, 32];
// More bands than these would lie on each other until none can be told.
export const MOST_BANDS = 4;
// What the numbers at the ends of the lines need above each other.
const NUMBER_HEIGHT = 16;

// offers: [{low, likely, high}], each a list of cents by year; as wide as its place, so that its words stay legible.
export function lines(offers, years, width) {
  const top = ceiling(offers.flatMap(({ high }) => high));
  const x = (year) => LEFT + ((width - LEFT - RIGHT) * year) / years;
  const y = (cents) => HEIGHT - BOTTOM - ((HEIGHT - TOP - BOTTOM) * Number(cents)) / top;
  const drawing = picture(width, HEIGHT);
  for (let step = 0; step <= 4; step += 1) {
    const cents = (top * step) / 4;
    drawing.append(
      shape("line", { x1: LEFT, x2: width - RIGHT, y1: y(cents), y2: y(cents), class: "chart-grid" }),
      words(short(cents), { x: LEFT - 8, y: y(cents) + 5, "text-anchor": "end" }),
    );
  }
  for (let year = 1; year <= years; year += 1) {
    drawing.append(words(String(year), { x: x(year), y: HEIGHT - 8, "text-anchor": "middle" }));
  }
  const banded = Object.keys(offers).length <= MOST_BANDS;
  offers.forEach(({ low, likely, high }, place) => {
    const points = (values) => values.map((cents, index) => `${x(index + 1)},${y(cents)}`);
    const band = [...points(high), ...points(low).reverse()].join(" ");
    if (banded) drawing.append(shape("polygon", { points: band, class: `chart-band offer-${place}` }));
    drawing.append(shape("polyline", { points: points(likely).join(" "), class: `chart-line offer-${place}` }));
    likely.forEach((cents, index) => drawing.append(mark(place, x(index + 1), y(cents))));
  });
  for (const { place, at } of apart(offers, y)) drawing.append(words(String(place + 1), { x: width - 4, y: at + 5, "text-anchor": "end" }));
  return drawing;
}

// Where the number of each offer stands: beside the end of its line, or as near as the others let it.
function apart(offers, y) {
  const ends = [];
  offers.forEach(({ likely }, place) => ends.push({ place, at: y(likely.at(-1)) }));
  ends.sort((one, other) => one.at - other.at);
  const lowest = HEIGHT - BOTTOM;
  for (const [index, end] of ends.entries()) end.at = Math.max(end.at, index ? ends[index - 1].at + NUMBER_HEIGHT : TOP);
  for (const [index, end] of [...ends.entries()].reverse()) end.at = Math.min(end.at, lowest - NUMBER_HEIGHT * (ends.length - 1 - index));
  return ends;
}

// The mark by which an offer is known in the picture and in its key.
export function mark(place, x, y) {
  const drawn = [
    () => shape("circle", { cx: x, cy: y, r: 5 }),
    () => shape("rect", { x: x - 5, y: y - 5, width: 10, height: 10 }),
    () => shape("polygon", { points: `${x},${y - 6} ${x + 6},${y + 5} ${x - 6},${y + 5}` }),
    () => shape("polygon", { points: `${x},${y - 7} ${x + 7},${y} ${x},${y + 7} ${x - 7},${y}` }),
    () => shape("polygon", { points: `${x},${y + 6} ${x + 6},${y - 5} ${x - 6},${y - 5}` }),
    () => shape("path", { d: `M${x - 2} ${y - 6}h4v4h4v4h-4v4h-4v-4h-4v-4h4z` }),
    () => shape("path", { d: `M${x - 6} ${y - 3}h12v6h-12z` }),
    () => shape("path", { d: `M${x - 3} ${y - 6}h6v12h-6z` }),
  ][place]();
  drawn.setAttribute("class", `chart-mark offer-${place}`);
  return drawn;
}

export function keyOfOffer(place) {
  const drawing = picture(32, 16);
  drawing.append(shape("line", { x1: 0, x2: 32, y1: 8, y2: 8, class: `chart-line offer-${place}` }), mark(place, 16, 8));
  return drawing;
}

// offers: lists of cents, one for each part. One bar an offer, as long as what it costs beside the dearest.
export function bar(parts, dearest) {
  const drawing = picture(600, 28);
  drawing.setAttribute("preserveAspectRatio", "none");
  let from = 0;
  parts.forEach((cents, part) => {
    const wide = dearest ? (600 * Number(cents)) / Number(dearest) : 0;
    if (wide) drawing.append(...filled(part, { x: from, y: 0, width: wide, height: 28 }));
    from += wide;
  });
  return drawing;
}

export function keyOfPart(part) {
  const drawing = picture(16, 16);
  drawing.append(...filled(part, { x: 0, y: 0, width: 16, height: 16 }));
  return drawing;
}

// The colour of a part, and over it the pattern that the page defines for it.
function filled(part, place) {
  const kind = part % 6;
  const hatch = kind ? [shape("rect", { ...place, class: "chart-hatch", fill: `url(#hatch-${kind})` })] : [];
  return [shape("rect", { ...place, class: `chart-part part-${kind}` }), ...hatch];
}

// A round number that none is above and whose quarters are round too.
function ceiling(values) {
  const most = Number(values.reduce((one, other) => (one > other ? one : other), 1n));
  const unit = 10 ** Math.floor(Math.log10(most));
  return [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10].map((times) => times * unit).find((round) => round >= most);
}

function picture(width, height) {
  return shape("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true", focusable: "false", class: "chart" });
}

function words(text, attributes) {
  const made = shape("text", { ...attributes, class: "chart-words" });
  made.textContent = text;
  return made;
}

function shape(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
