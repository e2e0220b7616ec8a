/** Workbooks for tests, written part by part as spreadsheet programs do, with whatever people and attackers put in. */
import { strToU8, zipSync } from "fflate";
import { columnLetters, escaped } from "../../../docs/script/files/sheet-xml.ts";
import { readWorkbook } from "../../../docs/script/files/workbook.ts";

export type Put =
  | string
  | number
  | boolean
  | undefined
  | { formula: string; value: string | number }
  | { runs: string[]; sound?: string }
  | { serial: number; format?: "built-in" | "chinese" | "percent" }
  | { error: string };

export interface Made {
  name: string;
  rows: Put[][];
  merged?: string[];
  hidden?: boolean;
  /** Rows that a filter hides, from 1. */
  filtered?: number[];
}

const FORMATS = ["built-in", "chinese", "percent"];
const STYLES =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts>' +
  '<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="9"/></cellXfs></styleSheet>';

/** The bytes of a workbook; `more` puts in further parts or others in place of its own. */
export function workbook(sheets: Made[], options: { is1904?: boolean; more?: Record<string, string>; level?: 0 | 9 } = {}): Uint8Array {
  const strings: string[] = [];
  const parts: Record<string, string> = {};
  sheets.forEach((sheet, at) => {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet, strings);
  });
  const rel = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  Object.assign(parts, {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    "xl/workbook.xml":
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
      `<workbookPr${options.is1904 ? ' date1904="1"' : ""}/><sheets>` +
      sheets.map((one, at) => `<sheet name="${escaped(one.name)}" sheetId="${at + 1}"${one.hidden ? ' state="hidden"' : ""} r:id="rId${at + 1}"/>`).join("") +
      "</sheets></workbook>",
    "xl/_rels/workbook.xml.rels":
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      sheets.map((_, at) => rel(`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`)).join("") +
      rel("rIdS", "sharedStrings", "/xl/sharedStrings.xml") +
      "</Relationships>",
    "xl/styles.xml": STYLES,
    "xl/sharedStrings.xml": `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${strings.join("")}</sst>`,
    ...options.more,
  });
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { level: options.level ?? 9 });
}

function sheetXml(sheet: Made, strings: string[]): string {
  const rows = sheet.rows.map((cells, at) => {
    const written = cells.map((put, column) => cellXml(put, `${columnLetters(column + 1)}${at + 1}`, strings)).join("");
    return written === "" ? "" : `<row r="${at + 1}"${sheet.filtered?.includes(at + 1) ? ' hidden="1"' : ""}>${written}</row>`;
  });
  const merged = sheet.merged?.length ? `<mergeCells>${sheet.merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>` : "";
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join("")}</sheetData>${merged}</worksheet>`;
}

function cellXml(put: Put, ref: string, strings: string[]): string {
  if (put === undefined || put === "") return "";
  if (typeof put === "number") return `<c r="${ref}"><v>${put}</v></c>`;
  if (typeof put === "boolean") return `<c r="${ref}" t="b"><v>${put ? 1 : 0}</v></c>`;
  if (typeof put === "string" || "runs" in put) {
    const t = (text: string) => `<t xml:space="preserve">${escaped(text)}</t>`;
    const item = typeof put === "string" ? t(put) : put.runs.map((run) => `<r><rPr><b/></rPr>${t(run)}</r>`).join("") + (put.sound ? `<rPh sb="0" eb="1">${t(put.sound)}</rPh>` : "");
    strings.push(`<si>${item}</si>`);
    return `<c r="${ref}" t="s"><v>${strings.length - 1}</v></c>`;
  }
  if ("formula" in put) {
    const type = typeof put.value === "string" ? ' t="str"' : "";
    return `<c r="${ref}"${type}><f>${escaped(put.formula)}</f><v>${escaped(String(put.value))}</v></c>`;
  }
  if ("error" in put) return `<c r="${ref}" t="e"><v>${put.error}</v></c>`;
  return `<c r="${ref}" s="${put.format ? FORMATS.indexOf(put.format) + 1 : 0}"><v>${put.serial}</v></c>`;
}

/** A file that was saved, as tables that can be changed and written again. */
export function tablesOf(data: Uint8Array): Made[] {
  return readWorkbook(data).map(({ name, hidden, rows }) => {
    const made: Put[][] = Array.from({ length: rows[rows.length - 1]?.number ?? 0 }, () => []);
    for (const row of rows) for (const [column, cell] of row.cells) made[row.number - 1]![column - 1] = cell.number ?? cell.text;
    return { name, hidden, rows: made.map((row) => Array.from(row, (cell) => cell)) };
  });
}
