/** Loaded only when a report is asked for: it holds the library that writes DOCX. */
import { docx } from "./report/docx.ts";

declare global {
  interface Window {
    huiminReport?: { docx: typeof docx };
  }
}

window.huiminReport = { docx };
