import { strict as assert } from "node:assert";
import { test } from "node:test";
import fc from "fast-check";
import { changeOf, valueAt } from "../../docs/script/model/change.ts";
import type { Checklist, Path } from "../../docs/script/model/checklist.ts";
import { makeChecklist } from "../../docs/script/model/make.ts";
import { ClockWatch, clockFault } from "../../docs/script/store/clock.ts";
import { change, isUnsaved, leave, newEntry, rest, stillToMake, toStore } from "../../docs/script/store/entries.ts";
import type { Entry } from "../../docs/script/store/entries.ts";
import { StoreError, failureOf } from "../../docs/script/store/faults.ts";
import { readRecord } from "../../docs/script/store/record.ts";
import type { Stored } from "../../docs/script/store/record.ts";
import { shouldRemind, wantsCopy } from "../../docs/script/store/remind.ts";
import { rowsOf, settingsOf } from "../../docs/script/store/settings.ts";
import { guide } from "./small-guide.ts";

const at = "2026-01-01T00:00:00Z";
const made = (): Checklist =>
  makeChecklist(guide, { name: "一", role: "city", areas: ["services"], themes: [] }, "id", at);
const DAY = 86_400_000;

const paths = fc.constantFrom<Path>(["name"], ["steps", "lead.name", "note"], ["steps", "lead.meet", "note"]);
const deeds = fc.oneof(
  fc.record({ tab: fc.nat(2), path: paths }),
  fc.record({ tab: fc.nat(2), does: fc.constantFrom("write", "write and hear nothing", "read", "abort") }),
);

/** A database of one record, and tabs that each hold it. */
class Tabs {
  stored: Stored;
  entries: Entry[];
  /** What was stored last at each path, and whatever was stored. */
  last = new Map<string, unknown>();
  ever = new Set<unknown>();
  /** What was typed last into each field of each tab. */
  typed = new Map<string, string>();
  marks = 0;
  constructor(count: number) {
    this.stored = { id: "id", mark: "0", order: 1, checklist: made() };
    this.entries = Array.from({ length: count }, () => {
      const entry = newEntry(this.stored.checklist, 1);
      rest(entry, this.stored);
      return entry;
    });
  }
  type(tab: number, path: Path, to: string): void {
    const entry = this.entries[tab]!;
    change(entry, [changeOf(entry.checklist, path, to, { at })]);
    this.typed.set(`${tab} ${path.join("/")}`, to);
    assert.equal(valueAt(entry.checklist, path), to, "shown at once");
  }
  read(tab: number): void {
    if (this.entries[tab]!.mark !== this.stored.mark) rest(this.entries[tab]!, this.stored);
  }
  write(tab: number, end: "complete" | "unheard" | "aborted"): void {
    const entry = this.entries[tab]!;
    if (!isUnsaved(entry)) return;
    const elsewhere = this.stored.mark === entry.mark ? undefined : this.stored;
    if (elsewhere && entry.trying?.mark === elsewhere.mark) return rest(entry, elsewhere);
    const mark = String(++this.marks);
    const record = toStore(entry, mark, elsewhere);
    entry.trying = { mark, batches: entry.pending.length, removing: entry.removing, rebased: !!elsewhere };
    if (end === "aborted") return;
    this.stored = record;
    for (const { path, to } of entry.pending.flat()) {
      this.last.set(path.join("/"), to);
      this.ever.add(to);
    }
    if (end === "complete") rest(entry, record);
  }
}

test("whatever tabs do and in whatever order, the last write of each field stands and all show it", () => {
  fc.assert(
    fc.property(fc.array(deeds, { maxLength: 60, size: "max" }), (all) => {
      const tabs = new Tabs(3);
      const finish = () => {
        for (const tab of [0, 1, 2]) while (isUnsaved(tabs.entries[tab]!)) tabs.write(tab, "complete");
        for (const tab of [0, 1, 2]) tabs.read(tab);
      };
      for (const [n, deed] of all.entries()) {
        if ("path" in deed) tabs.type(deed.tab, deed.path, String(n));
        else if (deed.does === "read") tabs.read(deed.tab);
        else tabs.write(deed.tab, deed.does === "abort" ? "aborted" : deed.does === "write" ? "complete" : "unheard");
      }
      finish();
      for (const entry of tabs.entries) assert.deepEqual(entry.checklist, tabs.stored.checklist);
      for (const [path, to] of tabs.last) assert.equal(valueAt(tabs.stored.checklist, path.split("/")), to);
      for (const [field, to] of tabs.typed) assert.ok(tabs.ever.has(to), `${field} ${to} was never stored`);
    }),
  );
});

test("typing in one field is one change to make again", () => {
  const entry = newEntry(made(), 1);
  rest(entry, { id: "id", mark: "m", order: 1, checklist: entry.checklist });
  for (const to of ["一", "一二", "一二三"])
    change(entry, [changeOf(entry.checklist, ["steps", "lead.name", "note"], to, { at })]);
  assert.equal(entry.pending.length, 1);
  assert.deepEqual(entry.pending[0], [{ at, path: ["steps", "lead.name", "note"], to: "一二三" }]);
});

test("what another tab did not touch stays the same object", () => {
  const before = made();
  const entry = newEntry(before, 1);
  rest(entry, { id: "id", mark: "m", order: 1, checklist: before });
  const copy = structuredClone(before);
  copy.steps[0]!.note = "新";
  rest(entry, { id: "id", mark: "n", order: 1, checklist: copy });
  assert.equal(entry.checklist.steps[0]!.note, "新");
  assert.equal(entry.checklist.steps[1], before.steps[1]);
});

test("a vanished record that another tab wrote anew from less is not taken over", () => {
  const entry = newEntry({ ...made(), name: "多", revision: 5 }, 1);
  rest(entry, { id: "id", mark: "n", order: 1, checklist: { ...made(), revision: 3 } });
  assert.equal(entry.checklist.name, "多");
  assert.ok(isUnsaved(entry));
  assert.equal(toStore(entry, "o", { id: "id", mark: "n", order: 1, checklist: made() }).checklist.name, "多");
});

test("what a tab left is made again only where nothing newer stands, and once", () => {
  const path = ["steps", "lead.name", "note"];
  const entry = newEntry(made(), 1);
  rest(entry, { id: "id", mark: "m", order: 1, checklist: entry.checklist });
  change(entry, [changeOf(entry.checklist, path, "记下", { at })]);
  const { pending } = leave(entry);
  assert.equal(stillToMake(made(), pending).length, 1);
  assert.deepEqual(stillToMake(entry.checklist, pending), []);
  const newer = newEntry(made(), 1);
  change(newer, [changeOf(newer.checklist, path, "更新", { at })]);
  assert.deepEqual(stillToMake(newer.checklist, pending), []);
});

test("records are whole, read in part, newer, aside or nothing", () => {
  const checklist = made();
  const kind = (record: unknown) => readRecord(record).kind;
  assert.equal(kind({ id: "id", mark: "m", order: 1, checklist }), "whole");
  assert.equal(kind({ id: "id", mark: "m", order: 1, checklist: { ...checklist, start: "soon" } }), "part");
  assert.equal(kind({ id: "id", mark: "m", checklist: { ...checklist, version: 99 } }), "newer");
  assert.equal(kind({ id: "other", mark: "m", checklist }), "none");
  assert.equal(kind({ id: "a", mark: "m", of: "id", aside: 5 }), "aside");
  assert.equal(kind(undefined), "none");
});

test("failures by the names of IndexedDB's errors", () => {
  const named = (name: string, opening = false) => failureOf({ name }, opening);
  assert.equal(named("QuotaExceededError"), "disk-full");
  assert.equal(named("VersionError", true), "newer-database");
  assert.equal(named("SecurityError", true), "refused");
  assert.equal(named("AbortError"), "write-failed");
  assert.equal(failureOf(new StoreError("no-database"), false), "no-database");
  assert.equal(failureOf(null, false), "write-failed");
});

test("a clock is wrong before the guide, before the last change, and years later", () => {
  const fault = (now: string, last?: string) => clockFault(Date.parse(now), "2026-06-01", last);
  assert.equal(fault("2026-06-01T00:00:00Z"), undefined);
  assert.equal(fault("2026-05-31T13:00:00Z"), undefined, "it is the next day already elsewhere");
  assert.equal(fault("2026-05-30T00:00:00Z"), "clock-behind-guide");
  assert.equal(fault("2026-07-01T00:00:00Z", "2026-07-01T00:05:00Z"), undefined, "computers differ by minutes");
  assert.equal(fault("2026-07-01T00:00:00Z", "2026-07-02T00:00:00Z"), "clock-behind-work");
  assert.equal(fault("2030-06-01T00:00:00Z"), undefined);
  assert.equal(fault("2040-06-01T00:00:00Z", "2040-05-31T00:00:00Z"), "clock-ahead");
  assert.equal(clockFault(0, undefined, undefined), undefined);
});

test("a clock is looked at again and again, and each fault told once", () => {
  const watch = new ClockWatch("2026-06-01");
  const now = Date.parse("2026-07-01T00:00:00Z");
  assert.equal(watch.look(now, undefined), undefined);
  watch.learn({ ...made(), created: "2026-08-01T00:00:00Z" });
  assert.equal(watch.look(now, undefined), "clock-behind-work");
  watch.learn({ ...made(), created: "2026-07-01T00:00:00Z" });
  assert.equal(watch.look(now, undefined), undefined, "still wrong, and told");
  assert.equal(watch.look(now + 40 * DAY, undefined), null, "right again");
  assert.equal(watch.look(now, watch.sign("clock-behind-work")), undefined, "the reader knows");
});

test("a copy is asked for after some changes and days, once a day, never for an example", () => {
  const now = Date.parse("2026-06-20T00:00:00Z");
  const day = (n: number) => new Date(now - n * DAY).toISOString();
  const state = { now, changes: 30, since: day(8) };
  assert.equal(shouldRemind(state), true);
  assert.equal(shouldRemind({ ...state, changes: 5 }), false);
  assert.equal(shouldRemind({ ...state, since: day(2) }), false);
  assert.equal(shouldRemind({ ...state, since: day(2), changes: 900 }), true);
  assert.equal(shouldRemind({ ...state, reminded: day(0.5) }), false);
  assert.equal(shouldRemind({ ...state, reminded: day(1.5) }), true);
  assert.equal(shouldRemind({ ...state, reminded: day(-3), since: day(-3) }), true, "a clock that was set back");
  assert.equal(shouldRemind({ ...state, example: true }), false);
});

test("changes count from the last copy", () => {
  const checklist = { ...made(), revision: 100, created: "2026-01-01T00:00:00Z" };
  const now = Date.parse("2026-06-20T00:00:00Z");
  assert.equal(wantsCopy(checklist, {}, now), true);
  assert.equal(wantsCopy(checklist, { copies: { id: { at, revision: 95 } } }, now), false);
});

test("settings are rows, and copies a row each", () => {
  const settings = { me: "办公室", copies: { a: { at, revision: 1 }, b: { at, revision: 2 } } };
  assert.deepEqual(rowsOf(settings).map(([key]) => key), ["me", "copies/a", "copies/b"]);
  assert.deepEqual(settingsOf(new Map(rowsOf(settings))), settings);
});
