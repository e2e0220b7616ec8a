/** What the pages ask of the store that keeps checklists in the reader's browser. */
import type { Change, Checklist, Time } from "../model/checklist.ts";

export interface Store {
  /** All checklists, the one changed last first. */
  list(): readonly Checklist[];
  get(id: string): Checklist | undefined;
  /** Shown at once, written at once; on another tab's record where that has changed meanwhile. */
  apply(id: string, changes: readonly Change[]): void;
  create(checklist: Checklist): void;
  /** Takes a checklist away; the function that comes back brings it back. */
  remove(id: string): () => void;
  /** Takes everything of ours away from this browser. */
  clearAll(): Promise<void>;
  settings(): Settings;
  set(settings: Partial<Settings>): void;
  /** Called after every change, from this tab or another, and whenever `saved` or `faults` change. */
  subscribe(listener: () => void): () => void;
  saved(): SavedState;
  /** What the reader must know, the gravest first. */
  faults(): readonly Fault[];
  /** Tries again what failed. */
  retry(): void;
  /** Takes a fault away that the reader has read. */
  dismiss(code: string): void;
}

export interface Settings {
  /** One's own name or department, asked once. */
  me?: string;
  /** When a copy was last saved as a file, by checklist. */
  copies?: Record<string, { at: Time; revision: number }>;
  /** When the reader was last reminded to save a copy. */
  reminded?: Time;
  [unknown: string]: unknown;
}

export type SavedState = "saved" | "saving" | "failed";

export interface Fault {
  /** `store.<code>` says what happened, `store.<code>-help` what to do. */
  code: string;
  values?: Record<string, string | number>;
  /** Whether `retry` may help. */
  retry?: boolean;
  /** A record that could not be read, to be saved as a raw file. */
  raw?: string;
}
