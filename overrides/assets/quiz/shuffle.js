// Chance that can be repeated: the same seed gives the same quiz on every device.
//
// Generator: mulberry32 by Tommy Ettinger (public domain). Shuffle: Fisher and Yates, as in Knuth,
// The Art of Computer Programming, volume 2, algorithm P. A change here breaks every shared address;
// tests/data/shuffle-vectors.json holds the results.

const SEEDS = 1_000_000;

// Return a function that gives numbers from 0 up to, but without, 1.
export function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function shuffled(items, random) {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const chosen = Math.floor(random() * (last + 1));
    [result[last], result[chosen]] = [result[chosen], result[last]];
  }
  return result;
}

// Draw `count` names (all of them without it); the order in which they are given does not matter.
export function drawn(names, seed, count = names.length) {
  return shuffled([...names].sort(), mulberry32(seed)).slice(0, count);
}

// The generator of one question's options: the same whichever questions stand around it.
export function randomOf(name, seed) {
  return mulberry32(seed ^ hashed(name));
}

// FNV-1a, 32 bits (Fowler, Noll, Vo), over UTF-16 code units.
function hashed(name) {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}

// Return the seed in an address's query, or null where there is none that counts.
export function seedIn(query) {
  const given = new URLSearchParams(query).get("seed");
  return given !== null && /^\d{1,6}$/.test(given) ? Number(given) : null;
}

export function isSeed(value) {
  return Number.isInteger(value) && value >= 0 && value < SEEDS;
}

export function newSeed() {
  return crypto.getRandomValues(new Uint32Array(1))[0] % SEEDS;
}
