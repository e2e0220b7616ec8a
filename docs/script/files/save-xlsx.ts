/** A checklist as a workbook: the blank one, filled in. */
import type { Checklist } from "../model/checklist.ts";
import type { Guide } from "../model/guide.ts";
import { fillWorkbook } from "./fill.ts";
import { countsByPlace } from "./overview.ts";
import { laidOut } from "./layout.ts";
import { rowsOf } from "./rows.ts";

/** Where rows begin in every sheet of the blank (`FIRST_ROW` of huimin/workbench/columns.py). */
export const FIRST_ROW = 3;

/** The bytes of the workbook; `blank` is that of the guide's language. The same checklist gives the same bytes. */
export function saveXlsx(checklist: Checklist, guide: Guide, blank: Uint8Array): Uint8Array {
  const rows = rowsOf(checklist, guide);
  const filled = guide.columns.sheets.map((sheet) => ({
    name: sheet.title[guide.lang],
    startRow: FIRST_ROW,
    ...laidOut(sheet.id, rows[sheet.id], guide.columns, guide.lang),
  }));
  return fillWorkbook(blank, filled, {
    [guide.columns.views.overview[guide.lang]]: countsByPlace(checklist, guide),
  });
}
