/** A file from the reader's disc, of whatever kind: by its bytes, not its name. */
import { Refused } from "./findings.ts";
import { readCsv } from "./csv.ts";
import { openJson } from "./json.ts";
import { openSheets } from "./open-sheets.ts";
import type { Opened } from "./open-sheets.ts";
import type { Context } from "./read-steps.ts";
import { readWorkbook } from "./workbook.ts";
import { MAX_FILE } from "./zip.ts";

export type { Opened } from "./open-sheets.ts";
export type { Context } from "./read-steps.ts";

/**
 * The checklist in a file called `name`, with what is to be said of it.
 *
 * Throws `Refused`, whose finding says why, where nothing can be taken.
 */
export function openFile(data: Uint8Array, name: string, context: Context): Opened {
  if (data.length > MAX_FILE) throw new Refused("too-large", { limit: "20" });
  if (data.length === 0) throw new Refused("wrong-kind");
  if (data[0] === 0x50 && data[1] === 0x4b) return openXlsx(data, name, context);
  if (data[0] === 0xd0 && data[1] === 0xcf) return openXlsx(data, name, context);
  const first = new TextDecoder().decode(data.subarray(0, 200)).replace(/^[\ufeff\s]+/, "")[0];
  if (first !== "{" && first !== "[") return openCsv(data, name, context);
  const { checklist, findings } = openJson(data);
  const part = checklist["part"];
  return {
    checklist,
    isKnown: true,
    ...(typeof part === "string" ? { part } : {}),
    untold: { sheets: [], fields: {}, partly: {} },
    findings,
  };
}

export function openXlsx(data: Uint8Array, name: string, context: Context): Opened {
  return openSheets(readWorkbook(data), name, context);
}

/** The steps of a CSV file; what else a checklist holds it does not tell. */
export function openCsv(data: Uint8Array, name: string, context: Context): Opened {
  const sheet = readCsv(data, name);
  if (!sheet.rows.some((row) => row.cells.size > 1)) throw new Refused("no-headings");
  return openSheets([sheet], name, context);
}
