/** Which records have a value, and how many of those found have each. */
import type { Index } from "./files.ts";
import { decode, undoGaps } from "./numbers.ts";
import type { Facet } from "./types.ts";

type Values = Record<string, [label: string, docs: string]>;

/** Records by dimension: those that have one of the values which were chosen in it. */
export type Chosen = Map<string, Uint8Array>;

async function values(index: Index, dimension: string): Promise<Map<string, [string, number[]]>> {
  const all = (await index.file("f-" + dimension)) as Values;
  return new Map(Object.entries(all).map(([value, [label, docs]]) => [value, [label, undoGaps(decode(docs))]]));
}

/** Reads what was chosen; dimensions that the index does not have choose nothing. */
export async function choose(index: Index, facets: Record<string, string[]>): Promise<Chosen> {
  const chosen: Chosen = new Map();
  for (const [dimension, wanted] of Object.entries(facets ?? {})) {
    if (!Array.isArray(wanted) || !wanted.length) continue;
    const has = new Uint8Array(index.manifest.docs);
    if (dimension === "kind") {
      for (const [kind, first, count] of index.manifest.kinds) if (wanted.includes(kind)) has.fill(1, first, first + count);
    } else if (index.manifest.facets.includes(dimension)) {
      const known = await values(index, dimension);
      for (const value of wanted) for (const doc of known.get(value)?.[1] ?? []) has[doc] = 1;
    } else continue;
    chosen.set(dimension, has);
  }
  return chosen;
}

/** Whether a record has what was chosen in all dimensions, or in all but one. */
export function has(chosen: Chosen, doc: number, but?: string): boolean {
  for (const [dimension, docs] of chosen) if (dimension !== but && !docs[doc]) return false;
  return true;
}

/** The values of each dimension with how many of the records have them, were nothing chosen in it. */
export async function counted(index: Index, found: readonly number[], chosen: Chosen): Promise<Facet[]> {
  const dimensions = index.manifest.facets.filter((dimension) => dimension !== "kind");
  return Promise.all(
    dimensions.map(async (dimension) => {
      const open = new Set(found.filter((doc) => has(chosen, doc, dimension)));
      const known = await values(index, dimension);
      return {
        dimension,
        values: [...known].map(([value, [label, docs]]): [string, string, number] => [value, label, docs.filter((doc) => open.has(doc)).length]),
      };
    }),
  );
}
