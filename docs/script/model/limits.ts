/** How long texts may be and which characters they may hold, so that every file format can carry all of them. */

/** The most characters (UTF-16 units, as a spreadsheet counts them) of each kind of text. */
export const LIMITS = {
  name: 100,
  line: 500,
  link: 2000,
  note: 5000,
} as const;
export type TextKind = keyof typeof LIMITS;

/** The most entries of lists, and steps of a checklist. */
export const MAX_ITEMS = 50;
export const MAX_STEPS = 5000;

/** Control characters save line ends, lone surrogates, what is no character, and marks that turn the direction of text. */
const FORBIDDEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/g;
const LONE_LOW = /(^|[^\ud800-\udbff])[\udc00-\udfff]/g;

export interface Cleaned {
  text: string;
  /** What had to be changed, for the reader to be told. */
  problem?: "characters" | "line-breaks" | "too-long";
}

/**
 * A text as it may be kept: line ends alike, forbidden characters taken out, line breaks of a single line turned to
 * spaces, and cut at the limit. Space at its ends stays while it is typed; `trimmed` takes it away.
 */
export function cleaned(text: string, kind: TextKind): Cleaned {
  let problem: Cleaned["problem"];
  let result = text.replace(/\r\n?|\u2028|\u2029/g, "\n").replace(/\t/g, " ");
  const plain = result.replace(FORBIDDEN, "").replace(LONE_LOW, "$1");
  if (plain !== result) problem = "characters";
  result = plain;
  if (kind !== "note" && result.includes("\n")) {
    result = result.replace(/ *\n+ */g, " ");
    problem = "line-breaks";
  }
  if (result.length > LIMITS[kind]) {
    result = result.slice(0, LIMITS[kind]).replace(/[\ud800-\udbff]$/, "");
    problem = "too-long";
  }
  return { text: result, ...(problem ? { problem } : {}) };
}

/** Without space at its ends, as it stands in files. */
export function trimmed(text: string): string {
  return text.replace(/^[\s\u3000]+|[\s\u3000]+$/g, "");
}

const DAY = /^((?:19|20)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const date = DAY.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return !!date && !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** Whether a text is a time in UTC as this program writes it. */
export function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** Links that may be followed: those of the web alone. */
export function isSafeLink(text: string): boolean {
  return /^https?:\/\/[^\s"'<>\\`]+$/i.test(text);
}
