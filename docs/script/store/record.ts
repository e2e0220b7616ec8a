/** What stands in the database, and how it is read back. */
import type { DBSchema } from "idb";
import { VERSION } from "../model/checklist.ts";
import type { Checklist, Time } from "../model/checklist.ts";
import { validated } from "../model/validate.ts";

/** A checklist as it is stored. */
export interface Stored {
  id: string;
  /** Random, another with every write: two tabs see by it that the other has written, whatever their clocks say. */
  mark: string;
  /** The order in which checklists were added. */
  order: number;
  checklist: Checklist;
  /** Deleted, and kept until it is undone or a while has passed. */
  removed?: Time;
}

/** What could not be read, untouched. */
export interface Aside {
  id: string;
  mark: string;
  /** The checklist that it was. */
  of: string;
  aside: unknown;
}

export interface Schema extends DBSchema {
  checklists: { key: string; value: Stored | Aside; indexes: { state: [string, string] } };
  settings: { key: string; value: { key: string; value: unknown } };
}

/** How a record reads: whole, whole with parts that had to be left out, of a newer version, or not at all. */
export type Reading =
  | { kind: "whole"; stored: Stored }
  | { kind: "part"; stored: Stored; raw: unknown }
  | { kind: "newer"; raw: unknown }
  | { kind: "none"; raw: unknown }
  | { kind: "aside"; of: string; raw: unknown };

/** Reads a record of the database. */
export function readRecord(value: unknown): Reading {
  if (typeof value !== "object" || value === null) return { kind: "none", raw: value };
  const record = value as Partial<Stored & Aside>;
  if ("aside" in record) return { kind: "aside", of: String(record.of), raw: record.aside };
  const { checklist, problems } = validated(record.checklist);
  if (!checklist || checklist.id !== record.id) {
    const newer = Number(record.checklist?.version) > VERSION && problems.some((p) => p.code === "newer");
    return { kind: newer ? "newer" : "none", raw: value };
  }
  const order = typeof record.order === "number" ? record.order : 0;
  const stored = { ...record, mark: String(record.mark), order } as Stored;
  // Without problems what stands is taken as it stands: reading it trims spaces that someone is just typing.
  return problems.length
    ? { kind: "part", stored: { ...stored, checklist }, raw: record.checklist }
    : { kind: "whole", stored };
}
