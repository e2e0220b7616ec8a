/** XML from outside, without declarations of types or entities, which could reach elsewhere or grow without end. */
import { Refused } from "./findings.ts";

const MAX_DEPTH = 64;

/** The document in some bytes. Throws `Refused`: no well-formed XML, with a DTD, or nested beyond reason. */
export function parsed(bytes: Uint8Array): Document {
  const text = decoded(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Refused("unsafe-xml");
  refuseMalformed(text);
  let document: Document;
  try {
    document = new DOMParser().parseFromString(text, "application/xml");
  } catch {
    throw new Refused("damaged");
  }
  if (!document.documentElement || document.getElementsByTagName("parsererror").length) throw new Refused("damaged");
  return document;
}

/** Every element of a name below, in whatever namespace. */
export function elements(below: Document | Element, name: string): Element[] {
  return [...iterated(below.getElementsByTagNameNS("*", name))];
}

/** The elements directly below one. */
export function* children(of: Element): Generator<Element> {
  for (let node = of.firstChild; node; node = node.nextSibling) if (node.nodeType === 1) yield node as Element;
}

/** An attribute by its local name, empty where there is none. */
export function attributeOf(element: Element, name: string): string {
  for (const one of iterated(element.attributes)) if ((one.localName ?? one.name) === name) return one.value;
  return "";
}

function* iterated<T>(list: { length: number; item(at: number): T | null }): Generator<T> {
  for (let at = 0; at < list.length; at++) {
    const one = list.item(at);
    if (one) yield one;
  }
}

/** By the mark at its beginning; UTF-8 where there is none, whatever the declaration says. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const name = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    throw new Refused("damaged");
  }
}

const TAG = /<(\/?)([^\s/>"'=<!?]+)(?:"[^"<]*"|'[^'<]*'|[^'"<>])*>/y;
/** How what is no tag begins and ends. */
const WHOLES = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;
const UNKNOWN_ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});)/i;

/**
 * Looks whether tags close as they open, and how deep. Parsers would find the first too, but browsers put a page about it
 * into the document, which the policy of our pages refuses aloud; and some call themselves for each level.
 */
function refuseMalformed(text: string): void {
  const open: string[] = [];
  let roots = 0;
  let hasText = false;
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at)) {
    const whole = WHOLES.find(([begin]) => text.startsWith(begin, at));
    if (whole) {
      const [begin, close] = whole;
      hasText ||= close === "]]>";
      const end = text.indexOf(close, at + begin.length);
      if (end < 0) throw new Refused("damaged");
      at = end + close.length;
      continue;
    }
    TAG.lastIndex = at;
    const [tag, slash, name = ""] = TAG.exec(text) ?? [];
    if (tag === undefined || (!open.length && roots > 0)) throw new Refused("damaged");
    if (slash) {
      if (open.pop() !== name) throw new Refused("damaged");
    } else if (!tag.endsWith("/>")) open.push(name);
    if (!open.length) roots += 1;
    if (open.length > MAX_DEPTH) throw new Refused("deep");
    at += tag.length;
  }
  if (open.length || !roots || (!hasText && UNKNOWN_ENTITY.test(text))) throw new Refused("damaged");
}
