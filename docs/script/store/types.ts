/** What the pages ask of the store that keeps checklists in the reader's browser. */
import type { Change, Checklist, Time } from "../model/checklist.ts";

export interface Store {
  /** Whether the browser's store has been read: before, an empty list means nothing. */
  loaded(): boolean;
  /** All checklists, the one changed last first; each stays the same object until it changes. */
  list(): readonly Checklist[];
  get(id: string): Checklist | undefined;
  /**
   * Shown at once, written at once; on another tab's record where that has changed meanwhile. Call it on each input.
   *
   * Raises RangeError: where there is no such checklist.
   */
  apply(id: string, changes: readonly Change[]): void;
  /** Adds a checklist. Raises RangeError: where there is one with its id, deleted or not. */
  create(checklist: Checklist): void;
  /** Takes a checklist away; the function that comes back brings it back. */
  remove(id: string): () => void;
  /** What was taken away in the last 30 days, and can be brought back. */
  removed(): readonly Checklist[];
  restore(id: string): void;
  /** Takes everything of ours away from this browser; false (and a fault) where something is left. */
  clearAll(): Promise<boolean>;
  settings(): Settings;
  set(settings: Partial<Settings>): void;
  /** Called after every change, from this tab or another, and whenever `saved` or `faults` change. */
  subscribe(listener: () => void): () => void;
  saved(): SavedState;
  /** Since when it is so. */
  since(): Time;
  /** What the reader must know, the gravest first. */
  faults(): readonly Fault[];
  /** Tries again what failed; resolves when all is saved or has failed again. */
  retry(): Promise<void>;
  /** Takes a fault away that the reader has read. */
  dismiss(code: string): void;
}

export interface Settings {
  /** One's own name or department, asked once. */
  me?: string;
  /** When a copy was last saved as a file, by checklist. */
  copies?: Record<string, { at: Time; revision: number }>;
  /** Whether it was read what must not be filled in here. */
  warned?: true;
  /** When the reader was last reminded to save a copy. */
  reminded?: Time;
  /** What the browser answered when asked not to purge the store; `store.persisted-<answer>` says so. */
  persisted?: "granted" | "denied" | "unsupported";
  [unknown: string]: unknown;
}

/** `saved` only once the browser has said that the transaction is complete. */
export type SavedState = "saved" | "saving" | "failed";

export interface Fault {
  /** `store.<code>` says what happened, `store.<code>-help` what to do. */
  code: string;
  values?: Record<string, string | number>;
  /** Whether `retry` may help. */
  retry?: boolean;
  /** Records that could not be read, to be saved as a raw file (JSON). */
  raw?: string;
}

export interface StoreOptions {
  /** The day of the guide's edition, by which a wrong clock is noticed. */
  updated?: string;
  /** Name and version of the database, and the milliseconds after which a browser is slow: other than usual in tests. */
  name?: string;
  version?: number;
  patience?: number;
}
