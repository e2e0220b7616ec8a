/**
 * Drafts in the browser's own store, kept at every change. Each has an id; a window that changes a draft which another
 * window has changed meanwhile goes on with a draft of its own, so that neither is lost.
 */
import type { Cells } from "./data.ts";

export interface Draft {
  id: string;
  /** Grows by one with every change that is kept. */
  revision: number;
  /** When it was last changed, in milliseconds. */
  at: number;
  cells: Cells;
}

export type Kept = "kept" | "forked" | "empty" | "failed";

const PREFIX = "huimin-case:";
const CURRENT = "huimin-case-current";

export class Drafts {
  /** The draft of this window; with revision 0 nothing of it is kept yet. */
  current: Draft;

  constructor() {
    const all = this.all();
    const mine = read(sessionStorageOrNull()?.getItem(CURRENT) ?? "");
    this.current = mine ?? all[0] ?? fresh();
    this.#remember();
  }

  /** All drafts, the newest first. */
  all(): Draft[] {
    const found: Draft[] = [];
    try {
      for (let at = 0; at < localStorage.length; at++) {
        const key = localStorage.key(at) ?? "";
        const draft = key.startsWith(PREFIX) ? read(key.slice(PREFIX.length)) : null;
        if (draft) found.push(draft);
      }
    } catch {
      return [];
    }
    return found.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  }

  /** Keeps the cells; says whether that held, and whether it had to become a draft of its own. */
  keep(cells: Cells, now: number): Kept {
    const stored = read(this.current.id);
    const isOthers = (stored?.revision ?? 0) !== this.current.revision;
    if (!Object.keys(cells).length && !isOthers) {
      this.clear();
      return "empty";
    }
    const draft = { id: isOthers ? newId() : this.current.id, revision: isOthers ? 1 : this.current.revision + 1, at: now, cells };
    this.current = { ...draft, revision: isOthers ? 0 : this.current.revision };
    try {
      localStorage.setItem(PREFIX + draft.id, JSON.stringify(draft));
    } catch {
      return "failed";
    }
    this.current = draft;
    this.#remember();
    return isOthers ? "forked" : "kept";
  }

  /** Goes on with another draft, or with a new one. */
  open(id?: string): Draft {
    this.current = (id && read(id)) || fresh();
    this.#remember();
    return this.current;
  }

  /** Takes the draft of this window out of the store, and begins a new one. */
  clear(): void {
    try {
      localStorage.removeItem(PREFIX + this.current.id);
    } catch {
      /* the store is closed: nothing is kept there */
    }
    this.open();
  }

  /** What another window has made of this draft, where it has changed it; null where not. */
  changedElsewhere(): Draft | null {
    const stored = read(this.current.id);
    return stored && stored.revision !== this.current.revision ? stored : null;
  }

  /** Hears of changes in other windows. */
  listen(heard: () => void): void {
    addEventListener("storage", (event) => {
      if (event.key === PREFIX + this.current.id) heard();
    });
  }

  #remember(): void {
    try {
      sessionStorage.setItem(CURRENT, this.current.id);
    } catch {
      /* the next page begins with the newest draft */
    }
  }
}

function fresh(): Draft {
  return { id: newId(), revision: 0, at: 0, cells: {} };
}

function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) => byte.toString(36)).join("");
}

function sessionStorageOrNull(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/** A draft as it is kept; null where there is none that can be read. */
function read(id: string): Draft | null {
  try {
    const found = JSON.parse(localStorage.getItem(PREFIX + id) ?? "null") as Partial<Draft> | null;
    if (!found || typeof found.cells !== "object" || found.cells === null || typeof found.revision !== "number") return null;
    const cells = Object.fromEntries(Object.entries(found.cells).filter(([, text]) => typeof text === "string" && text));
    return { id, revision: found.revision, at: Number(found.at) || 0, cells };
  } catch {
    return null;
  }
}
