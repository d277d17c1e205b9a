// A numbered document as a Word file, by the docx library, which is fetched only when somebody asks for one. What
// stands in brackets is a blank, and is marked.

import { forXml } from "../shell/file_letters.js";

const BLANK = /(\[[^[\]]*\])/;
const NUMBERS = "numbers";

// Returns a Blob. document: {title, subtitle, notice, opening, parts: [{heading, items: [[paragraph]], notes, named}],
// end, signatures: {parties, lines}}; the items of all parts share one numbering, and the first paragraph of a named item is its name.
export async function toWordFile({ title, subtitle, notice, opening, parts, end, signatures }) {
  const docx = await import("../vendor/docx.js");
  const { AlignmentType, Document, Footer, HeadingLevel, LevelFormat, Packer, PageNumber, Paragraph, TextRun } = docx;
  const { BorderStyle, Table, TableCell, TableRow, WidthType } = docx;
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
  const part = ({ heading, items, notes, named = false }) => [
    paragraph(heading, { heading: HeadingLevel.HEADING_2, spacing: { before: 240, after: 120 } }),
    ...notes.map((note) => paragraph(note, {}, { italics: true })),
    ...items.flatMap((each) => item(each, named)),
  ];
  // A column a party; a row, which no page parts, for its name and each line to fill in.
  const signed = ({ parties, lines }) => {
    const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
    const line = { style: BorderStyle.SINGLE, size: 4, color: "808080" };
    const row = (words, bold, bottom) =>
      new TableRow({
        cantSplit: true,
        children: words.map(
          (text) =>
            new TableCell({
              width: { size: 50, type: WidthType.PERCENTAGE },
              margins: { top: bold ? 120 : 280, bottom: 60, left: 100, right: 100 },
              borders: { top: none, left: none, right: none, bottom },
              children: [paragraph(text, { spacing: { after: 0 }, keepNext: true }, { bold })],
            }),
        ),
      });
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      visuallyRightToLeft: bidirectional,
      rows: [row(parties, true, none), ...lines.map((words) => row(parties.map(() => `${words}:`), false, line))],
    });
  };
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
            paragraph(end, { spacing: { before: 240, after: 240 }, keepNext: true }),
            signed(signatures),
          ],
        },
      ],
    }),
  );
}
