/** The files of one language's index, read when they are needed and kept. */
import { decode, hash } from "./numbers.ts";
import { LoadError, type Load } from "./types.ts";

export interface Manifest {
  edition: string;
  updated: string;
  folder: string;
  docs: number;
  heads: number;
  positions: number;
  /** Name, first record, how many, how many in a file of texts. */
  kinds: [kind: string, first: number, count: number, per: number][];
  /** The first word of each part. */
  lexicon: string[];
  facets: string[];
  traditional?: string;
  pinyin?: string;
  glossary?: string;
}

/** The records that hold a term, in order, and how much it says of each (0 to 88). */
export interface Head {
  docs: number[];
  weights: number[];
}

export type Text = [id: string, address: string, title: string, up: string, text: string];

export interface Index {
  manifest: Manifest;
  head(term: string): Promise<Head>;
  /** Where a term stands in its records, by their place in its head; told of those in `which`, all of them places in it. */
  positions(term: string, which: readonly number[]): Promise<(place: number) => number[]>;
  text(doc: number): Promise<Text>;
  kind(doc: number): string;
  /** Any other file of this index, or one that the manifest names. */
  file(name: string): Promise<unknown>;
}

export const NOTHING: Head = { docs: [], weights: [] };
/** What the head of a term begins with that lies in chunks, each a file of its own. */
const CHUNKED = " ";

/** The chunks of a term: the file of the first, and which place in the head each begins with. */
interface Chunks {
  file: number;
  starts: number[];
}

/** A loader that keeps what it has and forgets what failed, so that it may be asked for again. */
export function keeping(load: Load): Load {
  const kept = new Map<string, Promise<unknown>>();
  return (name) => {
    let loading = kept.get(name);
    if (!loading) {
      loading = Promise.resolve(name).then(load).catch((cause: unknown) => {
        kept.delete(name);
        throw new LoadError(name, cause);
      });
      kept.set(name, loading);
    }
    return loading;
  };
}

export async function openIndex(lang: string, load: Load): Promise<Index> {
  const manifest = (await load(lang)) as Manifest;
  const file = (name: string) => load(`${manifest.folder}/${name}`);
  const heads = new Map<string, Head>();
  const chunks = new Map<string, Chunks>();
  const parts = new Map<string, number[][]>();

  async function inFile(kind: "h" | "p", term: string): Promise<string> {
    const count = kind === "h" ? manifest.heads : manifest.positions;
    const found = ((await file(kind + (hash(term) % count))) as Record<string, unknown>)[term];
    // What every object has, such as "constructor", is no term.
    return typeof found === "string" ? found : "";
  }

  function add(head: Head, pairs: number[]): void {
    let doc = 0;
    for (let i = 0; i + 1 < pairs.length; i += 2) {
      head.docs.push((doc += pairs[i]!));
      head.weights.push(pairs[i + 1]!);
    }
  }

  async function part(term: string, number: number): Promise<number[][]> {
    const key = term + CHUNKED + number;
    let made = parts.get(key);
    if (made) return made;
    const cut = chunks.get(term);
    made = [];
    let at = 0;
    let list: number[] = [];
    for (const value of decode(cut ? ((await file("q" + (cut.file + number))) as string) : await inFile("p", term))) {
      list.push((at += value >> 1));
      if (value & 1) continue;
      made.push(list);
      list = [];
      at = 0;
    }
    parts.set(key, made);
    return made;
  }

  const index: Index = {
    manifest,
    file,
    async head(term) {
      let head = heads.get(term);
      if (head) return head;
      const found = await inFile("h", term);
      head = { docs: [], weights: [] };
      if (found.startsWith(CHUNKED)) {
        const [, first, ...records] = decode(found.slice(1));
        const starts: number[] = [];
        for (const one of await Promise.all(records.map((_, k) => file("c" + (first! + k))))) {
          starts.push(head.docs.length);
          add(head, decode(one as string));
        }
        chunks.set(term, { file: first!, starts });
      } else add(head, decode(found));
      heads.set(term, head);
      return head;
    },
    async positions(term, which) {
      if (!heads.has(term)) await index.head(term);
      const starts = chunks.get(term)?.starts ?? [0];
      const numberOf = (place: number) => {
        let number = 0;
        while (number + 1 < starts.length && starts[number + 1]! <= place) number++;
        return number;
      };
      const needed = [...new Set(which.map(numberOf))];
      const read = new Map(await Promise.all(needed.map(async (number) => [number, await part(term, number)] as const)));
      return (place) => {
        const number = numberOf(place);
        return read.get(number)?.[place - starts[number]!] ?? [];
      };
    },
    async text(doc) {
      let start = 0;
      for (const [, first, count, per] of manifest.kinds) {
        const within = doc - first;
        if (within < count) return ((await file("t" + (start + Math.floor(within / per)))) as Text[])[within % per]!;
        start += Math.ceil(count / per);
      }
      throw new RangeError(String(doc));
    },
    kind: (doc) => manifest.kinds.find(([, first, count]) => doc < first + count)![0],
  };
  return index;
}
