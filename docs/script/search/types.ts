/** What the search takes and gives: a question, and an answer whose hits are ready to be shown. */

/** A stretch of text, and whether it is to be marked as what was asked. */
export type Piece = [text: string, marked: boolean];

export interface Asked {
  /** As typed; any string is answered. */
  text: string;
  /** Chosen values by dimension; values of one dimension are alternatives, dimensions add up. */
  facets: Record<string, string[]>;
  /** The first hit to give, 0 where it is not said. */
  from?: number;
  /** How many hits to give, 10 where it is not said. */
  count?: number;
  /** Still being typed: the last word may be unfinished, and nothing is asked of the other language. */
  typing?: boolean;
  /** Whether the answer is to count the values of every facet; needs further files. */
  filters?: boolean;
}

export interface Hit {
  /** Its number in the index, equal in both languages. */
  doc: number;
  id: string;
  kind: string;
  /** Below the folder of the page's language, with its fragment. */
  address: string;
  title: Piece[];
  /** Where it belongs, in words; may be empty. */
  up: string;
  excerpt: Piece[];
  /** By which way it was found: as typed, as pinyin, or by the other language. */
  by: "own" | "pinyin" | "other";
  /** Words of the question that this entry lacks. */
  missing: string[];
}

export interface Facet {
  dimension: string;
  values: [value: string, label: string, count: number][];
}

export interface Answer {
  /** What was asked, cut to what is read of it. */
  asked: string;
  /** Whether the question was longer than what is read of it. */
  shortened: boolean;
  /** All that were found, with the facets that were chosen. */
  total: number;
  /** How many of each kind, in the order of the index. A chosen kind does not narrow this. */
  kinds: [kind: string, count: number][];
  hits: Hit[];
  facets?: Facet[];
  /** Words that no entry holds. */
  missing: string[];
  /** What may have been meant, as a question to ask. */
  meant?: string;
  /** That nothing was found as typed, and the hits are those of `meant`. */
  instead?: boolean;
  /** How many of the hits were found by the other language. */
  other: number;
  /** Words that were asked to be absent, and those asked to stand as they are. */
  excluded: string[];
  phrases: string[];
}

export interface Engine {
  /**
   * Answers any text.
   *
   * Rejects with a `LoadError` alone: where a file of the index could not be had.
   */
  search(asked: Asked): Promise<Answer>;
  /** Whole questions that the text may become, at most eight; rejects as `search` does. */
  complete(text: string): Promise<string[]>;
}

/** Gives the data of a file of the index by its name below `assets/search/`, without `.js`. */
export type Load = (name: string) => Promise<unknown>;

/** A file of the index could not be had; `file` is its name. */
export class LoadError extends Error {
  readonly file: string;
  constructor(file: string, cause: unknown) {
    super(`search index: ${file}`);
    this.name = "LoadError";
    this.file = file;
    (this as { cause?: unknown }).cause = cause;
  }
}
