/** The workbench's files, loaded when something is first saved or opened. */
import { saveCsv } from "./files/csv.ts";
import { inWords } from "./files/findings.ts";
import type { Finding } from "./files/findings.ts";
import { Refused } from "./files/findings.ts";
import { saveJson } from "./files/json.ts";
import { openFile } from "./files/open.ts";
import type { Context, Opened } from "./files/open.ts";
import { inOneFile, leadsOf, partOf } from "./files/parts.ts";
import { saveXlsx } from "./files/save-xlsx.ts";
import { textOf } from "./files/text.ts";

/** What came of opening a file: a checklist, or why there is none. */
export type Outcome = { opened: Opened } | { refused: Finding };

function open(data: Uint8Array, name: string, context: Context): Outcome {
  try {
    return { opened: openFile(data, name, context) };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.finding };
    // Whatever a file does that nobody thought of, the reader is told that it cannot be read.
    return { refused: { code: "damaged", level: "refused" } };
  }
}

const files = { open, saveXlsx, saveCsv, saveJson, textOf, leadsOf, partOf, inOneFile, inWords };

/** What the page calls once this script is loaded. */
export type Files = typeof files;

declare global {
  interface Window {
    huiminFiles?: Files;
  }
}

window.huiminFiles = files;
