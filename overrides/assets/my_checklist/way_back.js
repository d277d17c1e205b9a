// The address of a list as a QR code, for paper.

const SVG = "http://www.w3.org/2000/svg";

// Returns an <svg>, or nothing where the address is longer than a QR code holds.
export async function qrCode(address) {
  const { encode } = await import("../vendor/uqr.js");
  let code;
  try {
    code = encode(address, { border: 0, ecc: "L" });
  } catch {
    return null;
  }
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", `0 0 ${code.size} ${code.size}`);
  drawing.setAttribute("shape-rendering", "crispEdges");
  const ink = document.createElementNS(SVG, "path");
  const squares = code.data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x},${y}h1v1h-1z` : "")));
  ink.setAttribute("fill", "#000");
  ink.setAttribute("d", squares.join(""));
  drawing.append(ink);
  return drawing;
}
