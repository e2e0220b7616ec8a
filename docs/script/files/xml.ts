/** XML from outside, without declarations of types or entities, which could reach elsewhere or grow without end. */
import { Refused } from "./findings.ts";

const MAX_DEPTH = 64;

/** The document in some bytes. Throws `Refused`: no well-formed XML, with a DTD, or nested beyond reason. */
export function parsed(bytes: Uint8Array): Document {
  const text = decoded(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Refused("unsafe-xml");
  refuseDepth(text);
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

function refuseDepth(text: string): void {
  let depth = 0;
  for (const [tag] of text.matchAll(/<[^!?][^>]*>/g)) {
    if (tag[1] === "/") depth -= 1;
    else if (!tag.endsWith("/>")) depth += 1;
    if (depth > MAX_DEPTH) throw new Refused("deep");
  }
}
