/** Settings as rows of the database: saved copies by checklist each in a row, so that two tabs do not overwrite each other's. */
import type { Settings } from "./types.ts";

const COPY = "copies/";

/** The rows of settings. */
export function rowsOf(settings: Partial<Settings>): [string, unknown][] {
  return Object.entries(settings).flatMap(([key, value]): [string, unknown][] =>
    key === "copies" ? Object.entries(value ?? {}).map(([id, copy]) => [COPY + id, copy]) : [[key, value]],
  );
}

/** The settings in rows. */
export function settingsOf(rows: ReadonlyMap<string, unknown>): Settings {
  const settings: Settings = {};
  const copies: Record<string, unknown> = {};
  for (const [key, value] of rows)
    if (key.startsWith(COPY)) copies[key.slice(COPY.length)] = value;
    else if (value !== undefined) settings[key] = value;
  return Object.keys(copies).length ? { ...settings, copies: copies as NonNullable<Settings["copies"]> } : settings;
}
