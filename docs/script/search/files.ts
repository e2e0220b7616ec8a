/** The files of one language's index, read when they are needed and kept. */
import { decode, hash, undoGaps } from "./numbers.ts";
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
  /** Where a term stands in the records of a part, which has 256 of its head's. */
  positions(term: string, part: number): Promise<number[][]>;
  text(doc: number): Promise<Text>;
  kind(doc: number): string;
  /** Any other file of this index, or one that the manifest names. */
  file(name: string): Promise<unknown>;
}

export const NOTHING: Head = { docs: [], weights: [] };
const CONTINUED = "\u0001";

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
  const parts = new Map<string, number[][]>();

  async function numbers(kind: "h" | "p", key: string): Promise<number[]> {
    const count = kind === "h" ? manifest.heads : manifest.positions;
    const found = ((await file(kind + (hash(key) % count))) as Record<string, unknown>)[key];
    // What every object has, such as "constructor", is no term.
    return typeof found === "string" ? decode(found) : [];
  }

  function add(head: Head, pairs: number[]): void {
    let doc = 0;
    for (let i = 0; i + 1 < pairs.length; i += 2) {
      head.docs.push((doc += pairs[i]!));
      head.weights.push(pairs[i + 1]!);
    }
  }

  return {
    manifest,
    file,
    async head(term) {
      let head = heads.get(term);
      if (head) return head;
      const pairs = await numbers("h", term);
      head = { docs: [], weights: [] };
      const more = pairs.length % 2 ? pairs.shift()! : 0;
      const rest = Array.from({ length: more }, (_, k) => numbers("h", term + CONTINUED + (k + 1)));
      add(head, pairs);
      for (const one of await Promise.all(rest)) add(head, one);
      heads.set(term, head);
      return head;
    },
    async positions(term, part) {
      const key = term + CONTINUED + part;
      let made = parts.get(key);
      if (made) return made;
      const all = await numbers("p", key);
      made = [];
      for (let i = 0; i < all.length; ) {
        const end = i + 1 + all[i]!;
        made.push(undoGaps(all.slice(i + 1, end)));
        i = end;
      }
      parts.set(key, made);
      return made;
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
}
