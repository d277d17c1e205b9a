// The root page: go to the language that the reader chose before, else to the first that the browser asks for.

import { read } from "./shell/kept.js";
import { pageAt } from "./shell/served.js";

const offered = [...document.querySelectorAll('link[rel="alternate"]:not([hreflang="x-default"])')].map(
  (link) => link.hreflang,
);
const wanted = [read("locale"), ...navigator.languages]
  .filter((tag) => typeof tag === "string")
  .map((tag) => (offered.includes(tag) ? tag : tag.split("-")[0]))
  .find((code) => offered.includes(code));
if (wanted) location.replace(pageAt(`${wanted}/`));
