// The clipboard, which a browser may close to a page, as it does over plain HTTP.

// Returns whether the text is there.
export async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
