/**
 * localStorage beside the database: a marker by which a purged store is noticed, a journal of what could not be saved, and
 * a sign that everything is being cleared. Where it is closed all of this is missing and nothing fails.
 */
import type { Time } from "../model/checklist.ts";

/** All keys of the site begin so. */
const OURS = "huimin-";

/** What the store held when it was last written. */
export interface Marker {
  records: number;
  at: Time;
  /** Random: tells other tabs that something was written. */
  mark: string;
}

export class Local {
  readonly markerKey: string;
  readonly signKey: string;
  readonly journalKey: string;

  constructor(name: string) {
    this.markerKey = name;
    this.signKey = `${name}-cleared`;
    this.journalKey = `${name}-journal-`;
  }

  marker(): Marker | undefined {
    const value = parsed(read(this.markerKey)) as Marker | undefined;
    return value && Number.isInteger(value.records) ? value : undefined;
  }

  setMarker(marker: Marker): void {
    write(this.markerKey, JSON.stringify(marker));
  }

  /** Other tabs hear of the sign by an event, even where there is no BroadcastChannel. */
  sign(value: string): void {
    write(this.signKey, value);
  }

  unsign(): void {
    if (this.signed()) remove(this.signKey);
  }

  signed(): boolean {
    return read(this.signKey) !== null;
  }

  /** Writes a tab's journal; false where it does not fit. */
  keepJournal(key: string, journal: unknown): boolean {
    return write(key, JSON.stringify(journal));
  }

  dropJournal(key: string): void {
    remove(key);
  }

  /** The journals of all tabs by key. */
  journals(): Map<string, unknown> {
    const found = keys(() => localStorage).filter((key) => key.startsWith(this.journalKey));
    return new Map(found.map((key) => [key, parsed(read(key))]));
  }
}

/** Takes every key of the site out of localStorage and sessionStorage; false where one is left. */
export function clearLocal(): boolean {
  for (const storage of [() => localStorage, () => sessionStorage])
    for (const key of keys(storage).filter((k) => k.startsWith(OURS)))
      attempt(() => storage().removeItem(key), undefined);
  return ![() => localStorage, () => sessionStorage].some((s) => keys(s).some((k) => k.startsWith(OURS)));
}

function keys(storage: () => Storage): string[] {
  return attempt(() => Object.keys(storage()), []);
}

function read(key: string): string | null {
  return attempt(() => localStorage.getItem(key), null);
}

function write(key: string, value: string): boolean {
  return attempt(() => {
    localStorage.setItem(key, value);
    return true;
  }, false);
}

function remove(key: string): void {
  attempt(() => localStorage.removeItem(key), undefined);
}

function parsed(text: string | null): unknown {
  return attempt(() => (text === null ? undefined : (JSON.parse(text) as unknown)), undefined);
}

/** Storage that is closed, full or missing throws at any touch. */
function attempt<T>(what: () => T, otherwise: T): T {
  try {
    return what();
  } catch {
    return otherwise;
  }
}
