// A numbered document as a Word file, by the docx library, which is fetched only when somebody asks for one. What
// stands in brackets is a blank, and is marked.

import { forXml } from "../shell/file_letters.js";

const BLANK = /(\[[^[\]]*\])/;
const NUMBERS = "numbers";

// Returns a Blob. document: {title, subtitle, notice, opening, parts: [{heading, notes, items: [[paragraph]], named, plain}],
// end, signatures: {parties, lines}}; the items of all parts share one numbering, and the first paragraph of a named item
// is its name; what is plain has no number.
export async function toWordFile({ title, subtitle, notice, opening, parts, end, signatures }) {
  const docx = await import("../vendor/docx.js");
  const { AlignmentType, Document, Footer, HeadingLevel, LevelFormat, Packer, PageNumber, Paragraph, TextRun } = docx;
  const bidirectional = document.documentElement.dir === "rtl";
  const runs = (text, style) =>
    forXml(text)
      .split(BLANK)
      .filter(Boolean)
      .map((words) => new TextRun({ text: words, ...style, ...(BLANK.test(words) && { highlight: "yellow" }) }));
  const paragraph = (text, options = {}, style = {}) =>
    new Paragraph({ spacing: { after: 120 }, ...options, bidirectional, children: runs(text, style) });
  const item = ([first, ...rest], named) => [
    paragraph(first, { numbering: { reference: NUMBERS, level: 0 }, keepNext: rest.length > 0 }, { bold: named }),
    ...rest.map((text) => paragraph(text, { indent: { start: 567 } })),
  ];
  const part = ({ heading, notes = [], items = [], named = false, plain = [] }) => [
    paragraph(heading, { heading: HeadingLevel.HEADING_2, spacing: { before: 240, after: 120 } }),
    ...notes.map((note) => paragraph(note, {}, { italics: true })),
    ...items.flatMap((each) => item(each, named)),
    ...plain.map((each) => paragraph(each)),
  ];
  // For each party its name and lines to fill in, which no page parts.
  const signed = ({ parties, lines }) =>
    parties.flatMap((party) => [
      paragraph(party, { spacing: { before: 360, after: 120 }, keepNext: true }, { bold: true }),
      ...lines.map((words, place) =>
        paragraph(`${words}: ${"_".repeat(40)}`, { spacing: { before: 200, after: 0 }, keepNext: place + 1 < lines.length }),
      ),
    ]);
  const pages = new Paragraph({
    alignment: AlignmentType.CENTER,
    bidirectional,
    children: [new TextRun({ children: [`${forXml(notice)} `, PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] })],
  });
  const level = { level: 0, format: LevelFormat.DECIMAL, text: "%1.", style: { paragraph: { indent: { start: 567, hanging: 567 } } } };
  return Packer.toBlob(
    new Document({
      title: forXml(title),
      creator: forXml(document.title),
      styles: { default: { document: { run: { font: "Arial", size: 22, language: { value: document.documentElement.lang } } } } },
      numbering: { config: [{ reference: NUMBERS, levels: [level] }] },
      sections: [
        {
          footers: { default: new Footer({ children: [pages] }) },
          children: [
            paragraph(title, { heading: HeadingLevel.HEADING_1 }),
            paragraph(subtitle, {}, { bold: true }),
            paragraph(notice, {}, { bold: true }),
            paragraph(opening),
            ...parts.flatMap(part),
            paragraph(end, { spacing: { before: 240 } }),
            ...signed(signatures),
          ],
        },
      ],
    }),
  );
}
