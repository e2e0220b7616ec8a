/** The styles of a report; what they look like comes from the layout. */
import { AlignmentType, LineRuleType } from "docx";
import type { IStylesOptions } from "docx";
import type { Layout, Type } from "./layout.ts";

/**
 * By how much letters of the body stand closer (in twentieths of a point), for as many in a line as the standard wants. A
 * grid of characters would say the same, but LibreOffice counts it otherwise, and tables would be spread by it.
 */
function spread({ page, margins, characters, body }: Layout): number {
  if (characters === undefined) return 0;
  const width = ((page[0] - margins.left - margins.right) * 72) / 25.4;
  return Math.floor((width / characters - body.size) * 20);
}

export function stylesOf(layout: Layout): IStylesOptions {
  const run = (of: Type) => ({
    ...(of === layout.body || layout.headings.includes(of) ? { characterSpacing: spread(layout) } : {}),
    font: {
      ascii: layout.latin,
      hAnsi: layout.latin,
      cs: layout.latin,
      eastAsia: of.face,
      // Else quotation marks and dashes, which both scripts have, would come from the Latin face.
      ...(layout.lang === "zh" ? { hint: "eastAsia" } : {}),
    },
    size: Math.round(of.size * 2),
    sizeComplexScript: Math.round(of.size * 2),
    color: "000000",
    italics: false,
    bold: of.bold === true,
  });
  const spacing = (of: Type, before = 0, after = 0) => ({
    before: before * 20,
    after: after * 20,
    line: Math.round(of.line * 20),
    lineRule: LineRuleType.EXACT,
  });
  const indent = (of: Type) =>
    layout.indent
      ? { firstLine: Math.round(layout.indent * of.size * 20), firstLineChars: layout.indent * 100 }
      : { firstLine: 0 };
  const plain = layout.lang === "en";
  const head = (of: Type) => ({
    run: run(of),
    paragraph: { spacing: spacing(of, plain ? 8 : 0, plain ? 3 : 0), indent: indent(of), keepNext: true },
  });
  const style = (id: string, name: string, of: Type, paragraph: object = {}) => ({
    id,
    name,
    basedOn: "Normal",
    quickFormat: true,
    run: run(of),
    paragraph: { spacing: spacing(of), ...paragraph },
  });
  const [one, two, three] = layout.headings;
  return {
    default: {
      document: {
        run: { ...run(layout.body), language: { value: "en-US", eastAsia: "zh-CN" } },
        paragraph: { spacing: spacing(layout.body) },
      },
      title: {
        run: run(layout.title),
        paragraph: { alignment: AlignmentType.CENTER, spacing: spacing(layout.title), keepNext: true },
      },
      heading1: head(one),
      heading2: head(two),
      heading3: head(three),
    },
    paragraphStyles: [
      style("Body", "Body Text", layout.body, {
        indent: indent(layout.body),
        spacing: spacing(layout.body, 0, plain ? 4 : 0),
      }),
      style("Mark", "Mark", layout.headings[1], { alignment: AlignmentType.CENTER }),
      style("Annex", "Annex", one, { keepNext: true }),
      style("Cell", "Cell", layout.cell),
      style("Small", "Cell small", layout.small),
      style("Head", "Cell head", { ...layout.cell, bold: true }, { alignment: AlignmentType.CENTER, keepNext: true }),
      style("Band", "Cell band", layout.band, { keepNext: true }),
      style("Number", "Page number", layout.number),
      style("Below", "Below the number", layout.below, { alignment: AlignmentType.CENTER }),
    ],
  };
}
