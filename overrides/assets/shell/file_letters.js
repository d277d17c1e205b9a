// What may stand in the XML of an office file: XML 1.0 (2.2) knows no control characters but tab and line ends, and no
// half of a pair. What readers paste or load may hold any.

export function forXml(text) {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");
}
