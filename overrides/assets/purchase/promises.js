// What a vendor has promised: the list on the purchase's page, the message after the meeting and the annex.

import { toClipboard } from "../shell/clipboard.js";
import { say } from "../shell/words.js";
import { inWords } from "./days.js";
import { changedPromise, STATUSES, withoutPromise, withPromise } from "./purchase.js";

// The message asks for a written word on all that is only heard. Where a price, a date or a name is missing it says so.
export function messageTo(promises, words) {
  const open = promises.filter((each) => each.status === "heard");
  return [words.message_opening, "", ...open.map((each, index) => `${index + 1}. ${lineOf(each, words)}`), "", words.message_end].join("\n");
}

export function lineOf(promise, words) {
  const { what, price, by, who } = promise;
  const blank = words.blank;
  return `${what} (${words.price}: ${price || blank}; ${words.by}: ${inWords(by) || blank}; ${words.who}: ${who || blank})`;
}

export class PromisesOf {
  constructor(section, template, words, change) {
    Object.assign(this, { section, template, words, change });
    this.status = section.querySelector("[data-promises-status]");
  }

  show(purchase) {
    const groups = purchase.vendors
      .map((vendor) => [vendor, purchase.promises.filter((each) => each.vendor === vendor.id)])
      .filter(([, promises]) => promises.length);
    this.section.querySelector("[data-no-promises]").hidden = groups.length > 0;
    const place = this.section.querySelector("[data-promise-groups]");
    place.replaceChildren(...groups.map(([vendor, promises]) => this.group(vendor, promises)));
  }

  group(vendor, promises) {
    const group = this.template.content.firstElementChild.cloneNode(true);
    group.dataset.vendorPromises = vendor.id;
    group.id = `promises-of-${vendor.id}`;
    group.querySelector("h3").textContent = vendor.name;
    const items = group.querySelector("ol");
    const tool = items.querySelector("template").content.firstElementChild;
    items.append(...promises.map((each) => this.item(tool.cloneNode(true), each)));
    group.querySelector("[data-copy-message]").addEventListener("click", () => this.copy(group, promises));
    group.querySelector("[data-copy-message]").hidden = !promises.some((each) => each.status === "heard");
    return group;
  }

  item(item, promise) {
    item.querySelector("[data-what]").textContent = promise.what;
    for (const [field, shown] of [["price", promise.price], ["by", inWords(promise.by)], ["who", promise.who]]) {
      const place = item.querySelector(`[data-fact="${field}"]`);
      place.textContent = shown || this.words.blank;
      place.classList.toggle("is-blank", !shown);
    }
    item.querySelector("[data-heard]").textContent = say(this.words.heard_on, { day: inWords(promise.heard) });
    const choice = item.querySelector("select");
    choice.replaceChildren(...STATUSES.map((status) => new Option(this.words[`status_${status}`], status)));
    choice.value = promise.status;
    choice.setAttribute("aria-label", `${this.words.status}: ${promise.what}`);
    choice.addEventListener("change", () => this.change((kept) => changedPromise(kept, promise.id, { status: choice.value })));
    const remove = item.querySelector("[data-remove]");
    remove.setAttribute("aria-label", `${remove.textContent.trim()}: ${promise.what}`);
    remove.addEventListener("click", () => {
      this.change((kept) => withoutPromise(kept, promise.id), {
        done: say(this.words.removed, { name: promise.what }),
        back: (kept) => withPromise(kept, promise),
      });
    });
    return item;
  }

  async copy(group, promises) {
    const text = messageTo(promises, this.words);
    const done = await toClipboard(text);
    const box = group.querySelector("textarea");
    box.hidden = done;
    box.value = text;
    if (!done) box.select();
    this.status.textContent = "";
    this.status.textContent = done ? this.words.copied : this.words.copy_failed;
  }
}
