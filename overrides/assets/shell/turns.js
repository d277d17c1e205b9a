// Long work gives way to what the reader does meanwhile: it is done in turns, each shorter than what one notices.

// Milliseconds. A step that has begun is done whole, and what it changed is still to be laid out and painted.
const LONGEST = 12;

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

// Tells whether this turn has lasted long enough.
export class Turn {
  constructor() {
    this.began = performance.now();
  }

  get isOver() {
    return performance.now() - this.began > LONGEST;
  }
}
