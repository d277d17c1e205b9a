// Long work gives way to what the reader does meanwhile: it is done in turns, each shorter than what one notices.

// Milliseconds. A step that has begun is done whole, and what it changed is still to be laid out and painted.
const LONGEST = 12;
// Milliseconds after which nobody waits for a picture: a page out of sight shows none.
const NO_PICTURE = 200;

// Resolves once the browser has had its turn; a timer would wait longer, the more so the oftener it is asked.
export function nextTurn() {
  if (globalThis.scheduler?.yield) return scheduler.yield();
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}

// Resolves once what has changed so far is in sight, so that what is done then keeps no reader waiting for an answer.
export function nextPicture() {
  return new Promise((done) => {
    const timer = setTimeout(done, NO_PICTURE);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      nextTurn().then(done);
    });
  });
}

// Tells whether this turn has lasted long enough.
export class Turn {
  constructor() {
    this.began = performance.now();
  }

  get isOver() {
    return performance.now() - this.began > LONGEST;
  }
}

// Work in steps: as many in this turn as fit, the others in later ones. What begins meanwhile takes its place.
export class InTurns {
  // shown: the part of the page in which it is done, which says as long as there is more to come.
  constructor(shown) {
    this.shown = shown;
    this.steps = null;
  }

  // steps: a generator. Resolves once all is done, or another has taken its place.
  async take(steps) {
    this.steps = steps;
    let turn = new Turn();
    while (this.steps === steps && !steps.next().done) {
      if (!turn.isOver) continue;
      this.shown.setAttribute("aria-busy", "true");
      await nextTurn();
      turn = new Turn();
    }
    if (this.steps === steps) this.finish();
  }

  // The same, once the reader has seen what was changed at once.
  async takeLater(steps) {
    this.steps = steps;
    this.shown.setAttribute("aria-busy", "true");
    await nextPicture();
    if (this.steps === steps) await this.take(steps);
  }

  // Whoever prints, or needs what is to come, does not wait.
  finish() {
    while (this.steps && !this.steps.next().done);
    this.steps = null;
    this.shown.removeAttribute("aria-busy");
  }
}
