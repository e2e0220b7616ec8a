/** From what is typed to the value that a case wants: as `huimin/intake/values.py`, by the same patterns. */
import type { FormData, Pattern } from "./data.ts";

/** What does not fit: `code` names the sentence. */
export class Unfit extends Error {
  readonly code: string;
  readonly words: Record<string, string>;

  constructor(code: string, words: Record<string, string>) {
    super(code);
    this.code = code;
    this.words = words;
  }
}

/** The texts of a form, read by its patterns. */
export class Texts {
  readonly data: FormData;
  readonly #made = new Map<string, RegExp>();

  constructor(data: FormData) {
    this.data = data;
  }

  /** A pattern, with `flags` besides its own; whole: from beginning to end. */
  pattern(name: Pattern, flags = "", whole = false): RegExp {
    const key = `${name}/${flags}/${whole}`;
    let found = this.#made.get(key);
    if (!found) {
      const [source, own] = this.data.patterns[name];
      found = new RegExp(whole ? `^(?:${source})$` : source, own + flags);
      this.#made.set(key, found);
    }
    found.lastIndex = 0;
    return found;
  }

  isId(text: string): boolean {
    return text.length <= this.data.limits.id && this.pattern("id").test(text);
  }

  /** Line ends alike, no space around. */
  raw(text: string): string {
    return strip(text.replace(/\r\n?/g, "\n").replace(/[\t\u00a0]/g, " "));
  }

  line(text: string): string {
    const wide = this.data.patterns.wide[0];
    return halfWidth(text)
      .replace(new RegExp(`(${wide})\\s*\\n\\s*(?=${wide})`, "g"), "$1")
      .replace(/\s*\n\s*/g, " ");
  }

  /** A line break begins a paragraph, save between items of a list. */
  prose(text: string): string {
    let result = "";
    let beforeIsItem = false;
    for (const one of halfWidth(text).split("\n").map((part) => part.trimEnd())) {
      if (!one) continue;
      const isItem = this.pattern("listMark").test(one);
      if (result) result += isItem && beforeIsItem ? "\n" : "\n\n";
      result += one;
      beforeIsItem = isItem;
    }
    return result;
  }

  /** One item a line; short names on one line may be set apart by 、 or ; as well. */
  lines(text: string, isNames: boolean): string[] {
    let parts = text.split("\n");
    if (isNames && parts.length === 1) parts = text.split(/[、；;]/);
    return parts.map((part) => strip(part, " \u3000")).filter(Boolean).map((part) => this.line(part));
  }

  /** A year of four digits; null for words such as 至今. */
  year(text: string): number | null {
    const plain = narrow(text);
    if (this.data.ongoing.includes(plain.toLowerCase())) return null;
    const year = Number(this.pattern("year", "", true).exec(plain)?.[1]);
    if (!(year >= 1990 && year <= 2100)) throw new Unfit("year", { value: text });
    return year;
  }

  /** A year, month or day by ISO 8601, as exactly as it was written. */
  when(text: string): string {
    const plain = narrow(text.replace(this.pattern("time"), ""));
    const [first, end] = this.data.serials;
    const serial = /^\d{5}(?:\.\d+)?$/.test(plain) ? Math.trunc(Number(plain)) : 0;
    if (serial >= first && serial < end) return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
    const month = /^((?:19|20)\d\d)\.1$/.exec(plain);
    if (month) throw new Unfit("month", { value: plain, year: month[1] ?? "" });
    const found = (this.pattern("date", "", true).exec(plain) ?? this.pattern("dateRun", "", true).exec(plain))?.groups;
    const { y = "", m, d } = found ?? {};
    if (!y || !isDay(Number(y), Number(m ?? 1), Number(d ?? 1))) throw new Unfit("when", { value: text });
    return [y, m, d].filter((part) => part !== undefined).map((part) => part.padStart(2, "0")).join("-");
  }

  number(text: string): number {
    const plain = narrow(text).replace(/−/g, "-").replace(this.pattern("thousands", "g"), "$1");
    if (!this.pattern("number", "", true).test(plain) || !isShort(plain)) throw new Unfit("number", { value: text });
    return Number(plain) || 0;
  }
}

/** Of half width and without spaces. */
export function narrow(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "");
}

/** An id made of the Latin words of a text, or an empty string. */
export function slugOf(text: string, most: number): string {
  const plain = text.normalize("NFKD").replace(/[^\u0000-\u007f]/g, "").toLowerCase();
  let slug = "";
  for (const word of plain.match(/[a-z0-9]+/g) ?? []) {
    if (slug.length + word.length >= most) break;
    slug = slug ? `${slug}-${word}` : word;
  }
  return slug;
}

/** How many characters a text has, as Python counts them. */
export function lengthOf(text: string): number {
  let length = text.length;
  for (const _ of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) length--;
  return length;
}

export function strip(text: string, marks = " \n\u3000"): string {
  let [start, end] = [0, text.length];
  while (start < end && marks.includes(text.charAt(start))) start++;
  while (end > start && marks.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** Figures and letters of half width; punctuation stays as it is. */
function halfWidth(text: string): string {
  return text.replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0));
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Whether a number has no more digits than a file of the knowledge base can say: 15 before the point, 10 after. */
function isShort(plain: string): boolean {
  const [, whole = "", part = "", exponent = "0"] = /^[+-]?(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(plain) ?? [];
  const digits = (whole + part).replace(/^0+/, "");
  const shift = Number(exponent) - part.length;
  const significant = digits.replace(/0+$/, "");
  return digits.length + shift <= 15 && (significant === "" || digits.length - significant.length + shift >= -10);
}
