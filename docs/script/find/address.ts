/** The query and the filters in the address of the search page, to be kept, passed on, and gone back to. */
export interface Query {
  text: string;
  facets: Record<string, string[]>;
}

export const DIMENSIONS = ["kind", "section", "area", "role", "phase", "province", "city", "year", "state"];

export function read(search: string): Query {
  const given = new URLSearchParams(search);
  const facets: Record<string, string[]> = {};
  for (const dimension of DIMENSIONS) {
    const values = given.getAll(dimension).filter(Boolean).slice(0, 50);
    if (values.length) facets[dimension] = values;
  }
  return { text: given.get("q") ?? "", facets };
}

export function write({ text, facets }: Query): string {
  const given = new URLSearchParams();
  if (text) given.set("q", text);
  for (const dimension of DIMENSIONS) for (const value of facets[dimension] ?? []) given.append(dimension, value);
  const query = given.toString();
  return query ? `?${query}` : "";
}

/** The filters with one value of a dimension turned on or off. */
export function turned(facets: Query["facets"], dimension: string, value: string): Query["facets"] {
  const before = facets[dimension] ?? [];
  const { [dimension]: _, ...others } = facets;
  const now = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
  return now.length ? { ...others, [dimension]: now } : others;
}
