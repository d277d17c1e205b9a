// The names of the offers, each a field, and how to take an offer out.

import { element } from "./fields.js";
import { say } from "../shell/words.js";

export class OfferNames {
  constructor(list, words) {
    Object.assign(this, { list, words });
  }

  show(offers) {
    this.list.replaceChildren(...offers.map((offer, place) => this.item(offer, place, offers.length > 1)));
  }

  // What each is called; what has no name has its number.
  of(offers) {
    return offers.map(({ name }, place) => name || this.numbered(place));
  }

  numbered(place) {
    return say(this.words.cost_offer_numbered, { number: place + 1 });
  }

  item({ name }, place, canGo) {
    const item = element("li", {});
    const field = element("input", {
      type: "text",
      maxlength: "60",
      autocomplete: "off",
      placeholder: this.numbered(place),
      "aria-label": say(this.words.cost_offer_name, { number: place + 1 }),
      "data-name-of": place,
    });
    field.value = name;
    item.append(field);
    if (canGo) {
      const words = say(this.words.cost_remove_offer, { offer: name || this.numbered(place) });
      item.append(element("button", { type: "button", class: "remove-button", "aria-label": words, "data-remove": place }, "×"));
    }
    return item;
  }
}
