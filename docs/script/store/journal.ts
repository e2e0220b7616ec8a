/**
 * What could not be stored, left in localStorage for the next visit: it is written before the page can go, and where
 * IndexedDB is refused it may still be open.
 */
import type { Left } from "./entries.ts";
import type { Local } from "./local.ts";
import { randomId } from "../model/random.ts";

const PAUSE = 1000;

export class Journal {
  private readonly local: Local;
  private readonly left: () => Left[];
  private readonly key: string;
  /** Our own, and those of earlier visits that have been taken over. */
  private readonly keys = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private again = false;

  constructor(local: Local, left: () => Left[]) {
    this.local = local;
    this.left = left;
    this.key = local.journalKey + randomId();
  }

  /** Leaves what is not saved now; false where there is nothing or no place for it. */
  write(): boolean {
    const left = this.left();
    if (!left.length || !this.local.keepJournal(this.key, left)) return false;
    this.keys.add(this.key);
    return true;
  }

  /** Leaves it once a second at most: where nothing can be stored, it is large. */
  writeSoon(): void {
    this.again = this.timer !== undefined;
    if (this.again || !this.write()) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.again) this.writeSoon();
    }, PAUSE);
  }

  /** What earlier visits left. */
  take(): unknown[] {
    const found = this.local.journals();
    for (const key of found.keys()) this.keys.add(key);
    return [...found.values()];
  }

  /** Everything is stored. */
  drop(): void {
    for (const key of this.keys) this.local.dropJournal(key);
    this.keys.clear();
  }
}
