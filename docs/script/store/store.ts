/** Opens the store: memory, database, other tabs, the page's events and the clock together. */
import type { Change, Checklist, Time } from "../model/checklist.ts";
import { openChannel } from "./channel.ts";
import type { Word } from "./channel.ts";
import { clearBeside } from "./clear.ts";
import { ClockWatch, isClockFault } from "./clock.ts";
import { DATABASE_VERSION } from "./database.ts";
import { change, newEntry, setRemoved } from "./entries.ts";
import type { Entry } from "./entries.ts";
import type { Failure, Notice } from "./faults.ts";
import { Keeper } from "./keeper.ts";
import { Local } from "./local.ts";
import { Notices, readable } from "./notices.ts";
import { watchPage } from "./page.ts";
import { askPersistence } from "./persist.ts";
import { rowsOf, settingsOf } from "./settings.ts";
import type { Fault, SavedState, Settings, Store, StoreOptions } from "./types.ts";

const NAME = "huimin-workbench";
const PATIENCE = 10_000;

/** Opens the store; where the browser refuses, one that holds in memory, says why, and tries again. Never rejects. */
export async function openStore(options: StoreOptions = {}): Promise<Store> {
  const store = new BrowserStore(options);
  await store.opened;
  return store;
}

class BrowserStore implements Store {
  /** Resolves when the database was read, or cannot be for now. */
  readonly opened: Promise<void>;
  private readonly keeper: Keeper;
  private readonly local: Local;
  private readonly clock: ClockWatch;
  private readonly notices = new Notices();
  private readonly listeners = new Set<() => void>();
  private readonly tellTabs: (word: Word) => void;
  private readonly askBeforeLeaving: (unsaved: boolean) => void;
  private isOpen: () => void = () => undefined;
  private state: SavedState = "saved";
  private stateSince = now();
  private failure: Failure | undefined;
  private asked = false;

  constructor({ updated, name = NAME, version = DATABASE_VERSION, patience = PATIENCE }: StoreOptions) {
    this.local = new Local(name);
    this.clock = new ClockWatch(updated);
    this.opened = new Promise((done) => (this.isOpen = done));
    this.keeper = new Keeper({ name, version, patience }, this.local, {
      changed: (ids) => this.changedElsewhere(ids),
      state: () => this.setState(),
      notice: (code, facts) => this.notice(code, facts),
      wrote: () => this.tellTabs("changed"),
    });
    this.tellTabs = openChannel(name, this.local, (word) => {
      if (word === "cleared") this.keeper.forget();
      else void this.keeper.readAgain();
    });
    this.askBeforeLeaving = watchPage({
      leaving: () => {
        void this.keeper.kick();
        this.keeper.journal.write();
      },
      back: () => {
        this.checkClock();
        void this.keeper.readAgain();
      },
    });
    this.checkClock();
    void this.keeper.kick().then(() => this.isOpen());
  }

  loaded(): boolean {
    return this.keeper.memory.loaded;
  }

  list(): readonly Checklist[] {
    return this.ordered((entry) => entry.removed === undefined);
  }

  removed(): readonly Checklist[] {
    return this.ordered((entry) => entry.removed !== undefined);
  }

  get(id: string): Checklist | undefined {
    const entry = this.keeper.memory.entries.get(id);
    return entry?.removed === undefined ? entry?.checklist : undefined;
  }

  apply(id: string, changes: readonly Change[]): void {
    const entry = this.entry(id);
    if (!changes.length) return;
    this.checkClock();
    change(entry, changes);
    this.keeper.memory.raise(entry);
    this.clock.learn(entry.checklist);
    this.save();
    this.askToPersist(entry.checklist);
  }

  create(checklist: Checklist): void {
    const { entries, nextOrder } = this.keeper.memory;
    if (entries.has(checklist.id)) throw new RangeError(`there is a checklist ${checklist.id}`);
    entries.set(checklist.id, newEntry(checklist, nextOrder));
    this.save();
    this.askToPersist(checklist);
  }

  remove(id: string): () => void {
    this.mark(id, now());
    return () => this.restore(id);
  }

  restore(id: string): void {
    this.mark(id, undefined);
  }

  async clearAll(): Promise<boolean> {
    this.local.sign(now());
    const emptied = await this.keeper.clear(() => this.tellTabs("cleared"));
    if (!emptied) this.tellTabs("cleared");
    const cleared = (await clearBeside()) && emptied;
    this.notices.drop(() => true);
    if (!cleared) this.notice("clear-failed", {});
    this.emit();
    return cleared;
  }

  settings(): Settings {
    return settingsOf(this.keeper.memory.settings);
  }

  set(settings: Partial<Settings>): void {
    for (const [key, value] of rowsOf(settings)) this.keeper.memory.set(key, value);
    this.save();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  saved(): SavedState {
    return this.state;
  }

  since(): Time {
    return this.stateSince;
  }

  faults(): readonly Fault[] {
    return this.notices.all(this.keeper.failure);
  }

  retry(): Promise<void> {
    return this.keeper.readAgain();
  }

  dismiss(code: string): void {
    this.notices.dismiss(code, this.keeper.failure);
    // Told once, not at every visit.
    if (isClockFault(code)) this.set({ clock: this.clock.sign(code) });
    if (code === "unreadable" || code === "newer-checklist") this.set(this.keeper.memory.read(code));
    this.emit();
  }

  private entry(id: string): Entry {
    const entry = this.keeper.memory.entries.get(id);
    if (!entry) throw new RangeError(`no checklist ${id}`);
    return entry;
  }

  private mark(id: string, removed: Time | undefined): void {
    const entry = this.entry(id);
    setRemoved(entry, removed);
    entry.removing = true;
    this.save();
  }

  private ordered(which: (entry: Entry) => boolean): Checklist[] {
    const found = [...this.keeper.memory.entries.values()].filter(which);
    return found.sort((a, b) => b.order - a.order || (a.id < b.id ? -1 : 1)).map((entry) => entry.checklist);
  }

  private save(): void {
    void this.keeper.kick();
    this.emit();
  }

  private changedElsewhere(ids: readonly string[]): void {
    for (const id of ids) this.clock.learn(this.keeper.memory.entries.get(id)?.checklist);
    this.checkClock();
    const back = this.faults().find(({ values }) => this.get(String(values?.["id"])));
    if (back) this.notices.dismiss(back.code, undefined);
    this.emit();
  }

  /** Asks to keep the store at the first real work, and never again: some browsers put a question to the reader. */
  private askToPersist({ example }: Checklist): void {
    if (this.asked || example || !this.loaded() || this.settings().persisted) return;
    this.asked = true;
    void askPersistence().then((persisted) => this.set({ persisted }));
  }

  /** Says where the clock has become wrong, and takes it back where it has become right. */
  private checkClock(): void {
    const { clock } = this;
    const fault = clock.look(Date.now(), this.settings()["clock"]);
    if (fault === undefined) return;
    this.notices.drop(isClockFault);
    const values = { now: readable(Date.now()), last: readable(clock.latest ?? ""), updated: clock.updated ?? "" };
    if (fault) this.notices.tell(fault, values);
    this.emit();
  }

  private notice(code: Notice, facts: Record<string, string | number>): void {
    const values = Object.entries(facts).map(([key, fact]) => [key, key === "when" ? readable(fact) : fact]);
    this.notices.tell(code, Object.fromEntries(values), this.keeper.memory.rawOf(code));
    this.emit();
  }

  private setState(): void {
    const { failure, memory } = this.keeper;
    const state = failure ? "failed" : memory.unsaved ? "saving" : "saved";
    this.askBeforeLeaving(memory.unsavedWork);
    if (failure) this.isOpen();
    if (state === this.state && failure === this.failure) return;
    if (state !== this.state) this.stateSince = now();
    this.state = state;
    this.failure = failure;
    this.emit();
  }

  private emit(): void {
    for (const listener of [...this.listeners])
      try {
        listener();
      } catch (error) {
        // A fault of a view must not look like one of saving; it is reported as any other.
        setTimeout(() => {
          throw error;
        });
      }
  }
}

function now(): Time {
  return new Date().toISOString();
}
