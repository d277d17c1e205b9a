// The short list of what to do next, at the head of a purchase.

import { element } from "../calculator/fields.js";
import { say } from "../shell/words.js";
import { inWords, today } from "./days.js";
import { nextSteps } from "./next_steps.js";
import { open } from "./store.js";

export class NextOf {
  // Its section says where each kind of step leads; annexOf: shows the annex of a vendor.
  constructor(section, words, annexOf) {
    Object.assign(this, { section, words, annexOf });
    this.links = JSON.parse(section.dataset.links);
  }

  // days: as dates.js has them.
  show(purchase, days) {
    const steps = nextSteps(purchase, days, today(), Object.keys(this.links));
    this.section.hidden = !steps.length;
    this.section.querySelector("ol").replaceChildren(...steps.map((step) => this.item(step, purchase)));
  }

  item(step, { id }) {
    const { kind, vendor, count, day, summary } = step;
    const values = { vendor: vendor?.name, count, day: inWords(day), what: summary, meeting: this.section.dataset.meeting };
    const href = kind === "message" ? `#promises-of-${vendor.id}` : this.links[kind];
    const link = element("a", { href }, say(this.words[kind], values));
    // The checklist opens as that vendor's.
    if (kind === "meeting") link.addEventListener("click", () => open(id, vendor.id));
    if (kind === "annex") link.addEventListener("click", () => this.annexOf(vendor.id));
    const item = element("li", { "data-step": kind });
    item.append(link);
    return item;
  }
}
