// Where the comparison is kept, as the text of its address: in the open purchase, or for nobody on this device.

import { partOfOpenPurchase } from "../purchase/kept_part.js";
import { forget, keep, read, whenChangedElsewhere } from "../shell/kept.js";

const NAME = "calculator";

// Returns {purchase, read, keep, whenChangedElsewhere}, and of a purchase also what nobody's comparison is and how to
// forget it once it is taken over. An empty text is none; `keep` says whether it is kept.
export async function placeOfCost() {
  const part = await partOfOpenPurchase("cost");
  if (part) {
    const forgetNobodys = () => part.turn.then(() => part.store.keeps && forget(NAME));
    return Object.assign(part, { nobodys: () => read(NAME), forgetNobodys });
  }
  return {
    read: () => read(NAME),
    keep: (text) => (text ? keep(NAME, text) : forget(NAME)),
    whenChangedElsewhere: (callback) => whenChangedElsewhere(NAME, callback),
  };
}
