/** Texts of people as they may stand in a document: nothing that XML forbids, nothing that turns the direction of text. */
import type { Day, Evidence } from "../model/checklist.ts";
import { LIMITS, cleaned } from "../model/limits.ts";

/** A text in one line. */
export function line(text: string): string {
  return lines(text).join(" ");
}

/** A text line by line, without empty lines. Whatever its kind, for it may come from a file that nobody has checked. */
export function lines(text: unknown): string[] {
  const found: string[] = [];
  let rest = String(text ?? "");
  while (rest) {
    found.push(cleaned(rest.slice(0, LIMITS.note), "note").text);
    rest = rest.slice(LIMITS.note);
  }
  return found.join("").split("\n").filter((part) => part.trim());
}

/** A piece of evidence in words: number, file, link, and its day as `day` tells it. */
export function evidenceInWords(piece: Evidence, apart: string, day = (of: Day): string => of): string {
  return [piece.number, piece.file, piece.link, piece.date === undefined ? "" : day(piece.date)]
    .filter((part) => part !== undefined && part !== "")
    .join(apart);
}
