// The root page: go to the language that the reader chose before, else to the first that the browser asks for.

const offered = [...document.querySelectorAll('link[rel="alternate"]:not([hreflang="x-default"])')].map(
  (link) => link.hreflang,
);

function chosen() {
  try {
    return localStorage.getItem("forewarned.locale");
  } catch {
    return null;
  }
}

const wanted = [chosen(), ...navigator.languages]
  .filter(Boolean)
  .map((tag) => (offered.includes(tag) ? tag : tag.split("-")[0]))
  .find((code) => offered.includes(code));
if (wanted) location.replace(`${wanted}/`);
