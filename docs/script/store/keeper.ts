/**
 * Keeps memory and database alike: one transaction at a time, the newest state next, and what fails is tried again.
 *
 * A change is written at once where nothing is being written; what comes meanwhile goes with the next write.
 */
import { deleteDB } from "idb";
import { clearDatabase, endClearing, openDatabase, readChanged, write } from "./database.ts";
import type { Database, Read } from "./database.ts";
import { failureOf } from "./faults.ts";
import type { Failure } from "./faults.ts";
import { Journal } from "./journal.ts";
import type { Local } from "./local.ts";
import { Memory } from "./memory.ts";
import type { Tell } from "./memory.ts";
import { randomId } from "../model/random.ts";

export interface Events {
  /** Something changed by another tab, or was read for the first time. */
  changed(ids: string[]): void;
  /** Something about saving may have changed. */
  state(): void;
  notice: Tell;
  /** Something was written: other tabs should read it. */
  wrote(): void;
}

export interface Place {
  name: string;
  version: number;
  /** Milliseconds after which a browser that does not answer is said to be slow. */
  patience: number;
}

const LONGEST_PAUSE = 30_000;
/** A tab that hangs may keep the emptied database from being deleted until it closes; so long we wait for it. */
const DELETE_PATIENCE = 2_000;

export class Keeper {
  readonly memory: Memory;
  readonly journal: Journal;
  failure: Failure | undefined;

  private readonly place: Place;
  private readonly local: Local;
  private readonly events: Events;
  private db: Database | undefined;
  private active = false;
  private running: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Readings asked for and done: word of another tab may come during one. */
  private wanted = 1;
  private read = 0;
  private attempts = 0;
  private clearing = false;
  /** Grows whenever everything is forgotten: what was read or written before then must not come back. */
  private age = 0;

  constructor(place: Place, local: Local, events: Events) {
    this.place = place;
    this.local = local;
    this.events = events;
    this.memory = new Memory(events.notice);
    this.journal = new Journal(local, () => this.memory.left());
  }

  /** Another tab may have written: reads what changed. */
  readAgain(): Promise<void> {
    this.wanted++;
    return this.kick();
  }

  /** Writes what is not saved, unless that is under way; resolves when it is saved or has failed. */
  kick(): Promise<void> {
    if (!this.active && !this.clearing && this.busy) {
      clearTimeout(this.timer);
      this.active = true;
      this.running = this.run();
    }
    this.events.state();
    return this.running;
  }

  private get busy(): boolean {
    return this.wanted > this.read || this.memory.gone.size > 0 || this.memory.unsaved;
  }

  private async run(): Promise<void> {
    try {
      while (this.busy && !this.clearing) {
        this.db ??= await this.patiently(this.open());
        const reads = this.wanted > this.read;
        await this.patiently(reads ? this.readFrom(this.db) : this.writeTo(this.db));
        // That it can be read does not mean that it can be written.
        if (reads && this.memory.unsaved) continue;
        this.attempts = 0;
        this.failure = undefined;
      }
    } catch (error) {
      this.tryLater(failureOf(error, false));
    } finally {
      // Not later: a change that comes before a promise has resolved would start nothing.
      this.active = false;
      this.events.state();
    }
  }

  private async open(): Promise<Database> {
    const { name, version } = this.place;
    const db = await openDatabase(name, version, {
      blocked: () => this.fail("open-blocked"),
      lost: () => this.lost(db),
    });
    this.wanted++;
    return db;
  }

  /**
   * The database is wanted by another version, being deleted, or was taken away: what is unsaved is written if it still can
   * be, then we let go and open it again. Where it was deleted it is made anew with all that memory holds.
   */
  private lost(db: Database): void {
    if (this.db !== db) return;
    this.db = undefined;
    const { entries, unsavedSettings, unsaved } = this.memory;
    if (!this.active && unsaved) write(db, [...entries.values()], unsavedSettings, []).catch(() => undefined);
    db.close();
    this.wanted++;
    if (entries.size) void this.kick();
  }

  /** Says so where the browser does not answer for long; what then comes after all is taken. */
  private async patiently<T>(work: Promise<T>): Promise<T> {
    const timer = setTimeout(() => this.fail("slow"), this.place.patience);
    try {
      return await work;
    } finally {
      clearTimeout(timer);
    }
  }

  private fail(failure: Failure): void {
    this.failure = failure;
    this.events.state();
  }

  private tryLater(failure: Failure): void {
    // A connection that failed for anything but a full disk is opened anew.
    if (failure !== "disk-full") {
      this.db?.close();
      this.db = undefined;
    }
    const atOnce = this.attempts++ === 0 && failure === "write-failed";
    if (!atOnce) {
      this.fail(failure);
      this.journal.writeSoon();
    }
    const pause = atOnce ? 0 : Math.min(LONGEST_PAUSE, 500 * 2 ** Math.min(this.attempts, 6));
    this.timer = setTimeout(() => void this.kick(), pause);
  }

  private async readFrom(db: Database): Promise<void> {
    const { memory, wanted, age } = this;
    const read = await readChanged(db, (id) => memory.mark(id));
    if (age !== this.age) return;
    const cleared = read.cleared || (memory.missing(read).length > 0 && this.local.signed());
    if (cleared && memory.loaded) return this.forget();
    if (read.cleared) await endClearing(db);
    const changed = memory.takeOver(read);
    if (!memory.loaded) this.arrive(read);
    memory.loaded = true;
    this.read = wanted;
    this.events.changed(changed);
  }

  /** The first reading: is anything missing that was there, is anything left of a tab that could not save? */
  private arrive(read: Read): void {
    const marker = this.local.marker();
    if (!read.marks.size && marker?.records && !read.cleared)
      this.events.notice("purged-before", { count: marker.records, when: marker.at });
    for (const journal of this.journal.take()) this.memory.recover(journal);
    this.memory.bury(Date.now());
  }

  private async writeTo(db: Database): Promise<void> {
    const { memory, age } = this;
    const settings = new Map(memory.unsavedSettings);
    const gone = [...memory.gone];
    const written = await write(db, [...memory.entries.values()], settings, gone);
    if (age !== this.age) return;
    if (written.cleared) return this.forget();
    const merged = memory.wrote(written, settings, gone);
    if (!memory.unsavedWork) this.journal.drop();
    this.local.setMarker({ records: written.records, at: new Date().toISOString(), mark: randomId() });
    this.local.unsign();
    if (written.aside) this.wanted++;
    if (merged.length) this.events.changed(merged);
    this.events.wrote();
  }

  /** Another tab cleared everything: memory must not bring it back. */
  forget(): void {
    const ids = [...this.memory.entries.keys()];
    this.age++;
    this.memory.clear();
    this.journal.drop();
    this.read = this.wanted;
    if (!this.clearing && ids.length) this.events.notice("cleared-elsewhere", {});
    this.events.changed(ids);
    this.events.state();
  }

  /** Clears the database, then deletes it; `tell` is called between. False where it could not be reached. */
  async clear(tell: () => void): Promise<boolean> {
    this.clearing = true;
    clearTimeout(this.timer);
    this.forget();
    try {
      await this.running;
      const db = (this.db ??= await this.open());
      await clearDatabase(db);
      tell();
      this.db = undefined;
      db.close();
      const deleted = deleteDB(this.place.name).catch(() => undefined);
      await Promise.race([deleted, new Promise((done) => setTimeout(done, DELETE_PATIENCE))]);
      this.failure = undefined;
      return true;
    } catch (error) {
      this.failure = failureOf(error, true);
      return false;
    } finally {
      this.clearing = false;
      this.read = this.wanted;
      void this.kick();
    }
  }
}
