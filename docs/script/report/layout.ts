/** How a report is set in type: the standard's layout for Chinese, a plain one for English, from `official.json`. */
import official from "../../../huimin/workbench/official.json" with { type: "json" };

/** A face (the one wanted), its size and line in points. */
export interface Type {
  face: string;
  size: number;
  line: number;
  bold?: true;
}

export interface Layout {
  lang: "zh" | "en";
  latin: string;
  /** In millimetres, of a page upright. */
  page: [number, number];
  margins: { top: number; right: number; bottom: number; left: number };
  /** Characters by which first lines are set in. */
  indent: number;
  /** Characters in a line of the body; none where lines are free. */
  characters?: number;
  title: Type;
  headings: [Type, Type, Type];
  body: Type;
  cell: Type;
  small: Type;
  band: Type;
  number: Type;
  below: Type;
  /** The texts of heading numbers by level, in the way of word processors. */
  numbers: { text: string; chinese: boolean }[];
  /** Faces with the ones to take where they are missing. */
  faces: string[][];
}

const { standard, choice } = official;
const { faces } = standard;

export function layoutOf(lang: "zh" | "en"): Layout {
  const common = { lang, latin: choice.latin, page: standard.page as [number, number], faces: Object.values(faces) };
  if (lang === "en") return { ...common, ...english() };
  const { sizes, line } = standard;
  const type = (of: keyof typeof faces, size: number, pitch: number): Type => ({ face: faces[of][0]!, size, line: pitch });
  return {
    ...common,
    margins: standard.margins,
    indent: standard.indent,
    characters: standard.characters,
    title: type("title", sizes.title, line * 1.2),
    headings: [type("heading1", sizes.body, line), type("heading2", sizes.body, line), type("body", sizes.body, line)],
    body: type("body", sizes.body, line),
    cell: type("body", choice.table.size, choice.table.line),
    small: type("body", choice.table.small, choice.table.smallLine),
    band: type("heading1", choice.table.size, choice.table.line),
    number: type("number", sizes.number, sizes.number * 1.3),
    below: type("body", choice.below.size, choice.below.line),
    numbers: [
      { text: "%1、", chinese: true },
      { text: "（%2）", chinese: true },
      { text: "%3.", chinese: false },
      { text: "（%4）", chinese: false },
    ],
  };
}

function english(): Omit<Layout, "lang" | "latin" | "page" | "faces"> {
  const plain = choice.english;
  const type = (size: number, line = size * 1.3): Type => ({ face: faces.number[0]!, size, line });
  return {
    margins: plain.margins,
    indent: 0,
    title: { ...type(plain.title), bold: true },
    headings: [
      { ...type(plain.heading1), bold: true },
      { ...type(plain.heading2), bold: true },
      { ...type(plain.body, plain.line), bold: true },
    ],
    body: type(plain.body, plain.line),
    cell: type(plain.table, plain.tableLine),
    small: type(plain.small, plain.smallLine),
    band: { ...type(plain.table, plain.tableLine), bold: true },
    number: type(plain.number),
    below: type(choice.below.size, choice.below.line),
    numbers: [
      { text: "%1. ", chinese: false },
      { text: "%1.%2 ", chinese: false },
      { text: "%1.%2.%3 ", chinese: false },
      { text: "(%4) ", chinese: false },
    ],
  };
}
