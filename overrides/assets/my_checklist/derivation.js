// The rules of scripts/derived/checklist.py for any selection: tricks in the guide's order, each countermeasure
// once, the one that answers most tricks first, then the quicker, then by name of file.

// `guide` is {tricks: [...], acts: Map of slug to act}.
export function derive(guide, selection) {
  const tricks = guide.tricks.filter((trick) => selection.tricks.includes(trick.slug));
  const answers = new Map();
  for (const slug of selection.countermeasures) {
    if (guide.acts.has(slug)) answers.set(slug, []);
  }
  tricks.forEach((trick, index) => {
    for (const slug of trick.countermeasures) {
      answers.set(slug, [...(answers.get(slug) ?? []), index + 1]);
    }
  });
  const acts = [...answers].map(([slug, numbers]) => ({ ...guide.acts.get(slug), slug, answers: numbers }));
  acts.sort(
    (one, other) =>
      other.answers.length - one.answers.length ||
      one.effort - other.effort ||
      (one.slug < other.slug ? -1 : 1),
  );
  return { tricks, acts };
}

// Slugs that the guide does not know, or no longer.
export function unknown(guide, selection) {
  const known = new Set(guide.tricks.map((trick) => trick.slug));
  return [
    ...selection.tricks.filter((slug) => !known.has(slug)),
    ...selection.countermeasures.filter((slug) => !guide.acts.has(slug)),
  ];
}
