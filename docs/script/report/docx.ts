/** A filled checklist as a report in a DOCX file. */
import { Packer } from "docx";
import type { Checklist, Day } from "../model/checklist.ts";
import type { Guide } from "../model/guide.ts";
import { compose } from "./compose.ts";
import { documentOf } from "./document.ts";
import { fontTable } from "./fonts.ts";
import { layoutOf } from "./layout.ts";

/** The report in the guide's language, as of a local day; with the list of all steps, or without. */
export function docx(checklist: Checklist, guide: Guide, today: Day, hasAnnex = true): Promise<Blob> {
  const layout = layoutOf(guide.lang);
  return Packer.toBlob(documentOf(compose(checklist, guide, today, hasAnnex), layout), undefined, [fontTable(layout)]);
}
