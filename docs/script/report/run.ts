/** The one way by which words come into a document: as text, without what XML forbids. */
import { TextRun } from "docx";
import { line } from "./text.ts";

export function run(text: string): TextRun {
  return new TextRun(line(text));
}
