/** A report as an outline of headings, paragraphs and tables in words, which a document or a page then sets in type. */

export interface Outline {
  /** Line by line, broken where the sense allows it. */
  title: string[];
  /** Below the title. */
  mark?: string;
  body: Block[];
  /** The last sentence; it stands on the page of those who sign, which has no other text where a table went before. */
  closing: string;
  /** "Annexes: …", below the body, a line each. */
  annexes: string[];
  signed: string;
  day: string;
  annex: { label: string; title: string; table: Table }[];
  /** Stands at the foot of every page. */
  below: string;
  /** What must not be in it, where it is kept, and how to clear a shared computer: after all else. */
  warning: string;
}

export type Block = Heading | Paragraph | Table;

/** Numbered 一、 （一） 1. by its level. */
export interface Heading {
  kind: "heading";
  level: 1 | 2 | 3;
  text: string;
}

export interface Paragraph {
  kind: "paragraph";
  text: string;
  /** Numbered （1） below a heading of level 3. */
  numbered?: true;
}

export interface Table {
  kind: "table";
  columns: Column[];
  rows: Row[];
}

export interface Column {
  title: string;
  /** In millimetres. */
  width: number;
  centred?: true;
}

/** Cells, or one heading across all columns. */
export type Row = { cells: Cell[] } | { band: string };
export type Cell = Line[];

export interface Line {
  text: string;
  small?: true;
}

export const heading = (level: Heading["level"], text: string): Heading => ({ kind: "heading", level, text });
export const paragraph = (text: string): Paragraph => ({ kind: "paragraph", text });
export const numbered = (text: string): Paragraph => ({ kind: "paragraph", text, numbered: true });
export const column = (title: string, width: number): Column => ({ title, width });
export const centred = (title: string, width: number): Column => ({ title, width, centred: true });

/** A cell of whole lines, and of small ones below. */
export function cell(text: readonly string[] | string | number, small: readonly string[] = []): Cell {
  const whole = Array.isArray(text) ? (text as readonly string[]) : [String(text)];
  return [...whole.map((one) => ({ text: one })), ...small.map((one) => ({ text: one, small: true as const }))];
}

export function table(columns: Column[], rows: Cell[][]): Table {
  return { kind: "table", columns, rows: rows.map((cells) => ({ cells })) };
}
