/** The database: opened, read where it changed, written in one transaction at a time. */
import { openDB } from "idb";
import type { IDBPDatabase, IDBPObjectStore } from "idb";
import type { Entry } from "./entries.ts";
import { isOwn, isUnsaved, toStore } from "./entries.ts";
import { StoreError, failureOf } from "./faults.ts";
import { randomId } from "../model/random.ts";
import { readRecord } from "./record.ts";
import type { Aside, Schema, Stored } from "./record.ts";

export type Database = IDBPDatabase<Schema>;

/** Grows when object stores change, not with the format of checklists. */
export const DATABASE_VERSION = 1;
/** Stands in the settings from the moment everything is cleared until the database is gone. */
const CLEARED = "cleared";

export interface Doors {
  /** An old tab keeps the database open. */
  blocked(): void;
  /** The database is asked for by a newer version, is being deleted, or was taken away. */
  lost(): void;
}

/**
 * Opens the database, made where there is none.
 *
 * Raises StoreError: where the browser has none, refuses, or a newer edition made it.
 */
export async function openDatabase(name: string, version: number, doors: Doors): Promise<Database> {
  try {
    if (typeof indexedDB === "undefined" || !indexedDB) throw new StoreError("no-database");
    return await openDB<Schema>(name, version, {
      upgrade(db) {
        if (!db.objectStoreNames.contains("checklists"))
          db.createObjectStore("checklists", { keyPath: "id" }).createIndex("state", ["id", "mark"]);
        if (!db.objectStoreNames.contains("settings")) db.createObjectStore("settings", { keyPath: "key" });
      },
      blocked: () => doors.blocked(),
      blocking: () => doors.lost(),
      terminated: () => doors.lost(),
    });
  } catch (error) {
    throw new StoreError(failureOf(error, true), error);
  }
}

export interface Read {
  /** Marks of all records by id. */
  marks: Map<string, string>;
  /** The records whose marks are not among those known. */
  changed: unknown[];
  settings: Map<string, unknown>;
  /** Everything is being cleared. */
  cleared: boolean;
}

/** Reads what is not yet known; records that are known cost a key each. */
export async function readChanged(db: Database, known: (id: string) => string | undefined): Promise<Read> {
  const tx = db.transaction(["checklists", "settings"], "readonly");
  const lists = tx.objectStore("checklists");
  const settings = tx.objectStore("settings").getAll();
  const marks = new Map<string, string>();
  // By key alone: a record that damage or another program left without a mark is found too.
  for (const id of await lists.getAllKeys()) marks.set(id, "");
  for (let at = await lists.index("state").openKeyCursor(); at; at = await at.continue()) marks.set(...at.key);
  const changed = await Promise.all(
    [...marks].filter(([id, mark]) => known(id) !== mark).map(([id]) => lists.get(id)),
  );
  const found = new Map((await settings).map(({ key, value }) => [key, value]));
  await tx.done;
  return { marks, changed, settings: found, cleared: found.delete(CLEARED) };
}

export interface Written {
  stored: Stored[];
  /** Checklists whose record had vanished and was written anew. */
  healed: string[];
  /** Whether something was kept aside. */
  aside: boolean;
  records: number;
  /** Nothing was written: everything is being cleared. */
  cleared: boolean;
}

/**
 * Writes what is not stored yet, in one transaction; resolves when the browser says that it is complete.
 *
 * Each entry is tried under a new mark, so that a write whose end is not known is recognised later. Raises what the
 * transaction ended with.
 */
export async function write(
  db: Database,
  entries: Entry[],
  settings: ReadonlyMap<string, unknown>,
  gone: readonly string[],
): Promise<Written> {
  const tx = db.transaction(["checklists", "settings"], "readwrite", { durability: "strict" });
  try {
    const written: Written = { stored: [], healed: [], aside: false, records: 0, cleared: false };
    const [lists, values] = [tx.objectStore("checklists"), tx.objectStore("settings")];
    written.cleared = (await values.getKey(CLEARED)) !== undefined;
    if (!written.cleared) {
      for (const entry of entries.filter(isUnsaved)) await writeOne(lists, entry, written);
      await Promise.all([...settings].map(([key, value]) => values.put({ key, value })));
      await Promise.all(gone.map((id) => lists.delete(id)));
      written.records = await lists.count();
    }
    await tx.done;
    return written;
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // It has ended already.
    }
    await tx.done.catch(() => undefined);
    // The transaction knows best: a full disk ends it with the quota error while requests say only that it was aborted.
    throw tx.error ?? error;
  }
}

type Lists = IDBPObjectStore<Schema, ("checklists" | "settings")[], "checklists", "readwrite">;

async function writeOne(lists: Lists, entry: Entry, written: Written): Promise<void> {
  const mark = randomId();
  const { id } = entry;
  let elsewhere: Stored | undefined;
  // The index finds out whether the record is as known without reading it.
  const known = entry.mark !== undefined && (await lists.index("state").getKey([id, entry.mark])) !== undefined;
  if (!known) {
    const found = await lists.get(id);
    const reading = found && readRecord(found);
    if (reading?.kind === "whole" || reading?.kind === "part") elsewhere = reading.stored;
    else if (entry.mark !== undefined && !found) written.healed.push(id);
    if (reading && reading.kind !== "whole") await keepAside(lists, id, reading.raw, written);
  }
  if (elsewhere && entry.trying?.mark === elsewhere.mark) {
    written.stored.push(elsewhere);
    return;
  }
  if (entry.raw !== undefined) await keepAside(lists, id, entry.raw, written);
  // From here to the put nothing is waited for: what is typed meanwhile belongs to the next write.
  const record = toStore(entry, mark, elsewhere);
  entry.trying = { mark, batches: entry.pending.length, removing: entry.removing, rebased: !isOwn(entry, elsewhere) };
  written.stored.push(record);
  await lists.put(record);
}

async function keepAside(lists: Lists, of: string, raw: unknown, written: Written): Promise<void> {
  await lists.put({ id: `aside-${randomId()}`, mark: randomId(), of, aside: raw } satisfies Aside);
  written.aside = true;
}

/** Empties the database before it is deleted; tabs that write meanwhile see that it is being cleared. */
export async function clearDatabase(db: Database): Promise<void> {
  const tx = db.transaction(["checklists", "settings"], "readwrite", { durability: "strict" });
  await Promise.all([
    tx.objectStore("checklists").clear(),
    tx.objectStore("settings").clear(),
    tx.objectStore("settings").put({ key: CLEARED, value: true }),
    tx.done,
  ]);
}

/** Takes the sign of an interrupted clearing away. */
export async function endClearing(db: Database): Promise<void> {
  await db.delete("settings", CLEARED);
}
