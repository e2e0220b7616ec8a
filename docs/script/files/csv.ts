/**
 * The steps as CSV (RFC 4180) with a mark of UTF-8 at the beginning, as Excel needs it.
 *
 * Text that begins like a formula gets an apostrophe before it, and so does text that begins with an apostrophe; opening
 * takes one away where such text follows it. So nothing is counted by a spreadsheet program, and nothing is lost.
 */
import type { Checklist } from "../model/checklist.ts";
import type { Guide } from "../model/guide.ts";
import { Refused } from "./findings.ts";
import type { Cell } from "./fill.ts";
import { sheetOf } from "./names.ts";
import { laidOut } from "./layout.ts";
import { rowsOf } from "./rows.ts";
import { MAX_COLUMNS, MAX_ROWS } from "./sheet-read.ts";
import type { CellRead, RowRead, SheetRead } from "./sheet-read.ts";
import { MAX_FILE } from "./zip.ts";

const LIKE_FORMULA = /^[=+\-@\t\r＝＋－＠']/;

/** The steps, below the warning, with the headings in the guide's language. */
export function saveCsv(checklist: Checklist, guide: Guide): Uint8Array {
  const { headings, rows } = laidOut("steps", rowsOf(checklist, guide).steps, guide.columns, guide.lang);
  const heads = sheetOf(guide.columns, "steps").columns.map((column) => column.heading[guide.lang]);
  const head = [...heads, ...headings];
  // The warning is a row like all others, so that whoever counts columns finds as many in each.
  const warning = head.map((_, at) => (at ? undefined : guide.columns.warning[guide.lang]));
  const lines = [warning, head, ...rows].map((cells) => cells.map(quoted).join(","));
  return new TextEncoder().encode(`\ufeff${lines.join("\r\n")}\r\n`);
}

function quoted(cell: Cell): string {
  if (typeof cell !== "string") return cell === undefined ? "" : String(cell);
  const harmless = LIKE_FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}

/** The one sheet of a CSV file. Throws `Refused`: too large, in an encoding that is not known, too many rows. */
export function readCsv(data: Uint8Array, name: string): SheetRead {
  if (data.length > MAX_FILE) throw new Refused("too-large", { limit: "20" });
  const text = decoded(data);
  if (text.includes("\0")) throw new Refused("wrong-kind");
  const rows: RowRead[] = [];
  let number = 0;
  for (const fields of records(text, separator(text))) {
    number += 1;
    const cells = new Map<number, CellRead>();
    fields.slice(0, MAX_COLUMNS).forEach((field, at) => {
      const plain = field.startsWith("'") && LIKE_FORMULA.test(field.slice(1)) ? field.slice(1) : field;
      if (plain !== "") cells.set(at + 1, { text: plain });
    });
    if (cells.size) rows.push({ number, cells });
    if (rows.length > MAX_ROWS) throw new Refused("too-many-rows", { limit: String(MAX_ROWS) });
  }
  return { name, hidden: false, rows };
}

/** By the mark at its beginning; else UTF-8 where it is that, else the encoding of Chinese Windows. */
function decoded(data: Uint8Array): string {
  if (data[0] === 0xff && data[1] === 0xfe) return new TextDecoder("utf-16le").decode(data);
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(data);
    } catch {
      // the next one
    }
  }
  throw new Refused("encoding");
}

/** What stands most often in the first line outside quotes: commas, semicolons or tabs. */
function separator(text: string): string {
  const line = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 20_000))?.[0] ?? "").replace(/"(?:[^"]|"")*"/g, "");
  const count = (mark: string) => line.split(mark).length;
  return [",", ";", "\t"].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ",");
}

function* records(text: string, mark: string): Generator<string[]> {
  let fields: string[] = [];
  let at = 0;
  while (at < text.length) {
    let field = "";
    if (text[at] === '"') {
      for (at += 1; at < text.length; ) {
        const end = text.indexOf('"', at);
        field += text.slice(at, end < 0 ? text.length : end);
        at = end < 0 ? text.length : end + 1;
        if (text[at] !== '"') break;
        field += '"';
        at += 1;
      }
    }
    const from = at;
    while (at < text.length && text[at] !== mark && text[at] !== "\r" && text[at] !== "\n") at += 1;
    fields.push(field + text.slice(from, at));
    if (text[at] === mark) {
      at += 1;
      if (at === text.length) fields.push("");
      continue;
    }
    at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
    yield fields;
    fields = [];
  }
  if (fields.length) yield fields;
}
