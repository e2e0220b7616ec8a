/** What can go wrong with keeping, each with words in `huimin/workbench/words/store.yaml`: what happened and what to do. */

/** Why nothing can be saved now. Memory keeps the work, a file can still be saved, and saving is tried again. */
export type Failure =
  | "no-database" // the browser has no IndexedDB
  | "refused" // it throws: private mode, policy, a profile that cannot be written
  | "open-blocked" // an old tab keeps the database of an older version open
  | "newer-database" // a newer edition made it; this page is the older one
  | "disk-full"
  | "slow" // it neither succeeds nor fails
  | "write-failed"; // any other end of a transaction

/** What a reader has to know, and may put away. */
export type Notice =
  | "purged-open" // the store was deleted while the page was open; written anew from memory
  | "purged-before" // empty at the start, though there were checklists
  | "recovered" // what could not be saved before the page closed is back
  | "unreadable" // a record is kept aside untouched
  | "newer-checklist" // a record of a newer version of the format is left alone
  | "removed-elsewhere" // another tab deleted a checklist
  | "cleared-elsewhere" // another tab cleared everything
  | "clear-failed" // clearing did not reach everything
  | "clock-behind-guide" // the clock is before the day of this edition
  | "clock-behind-work" // the clock is before the last change
  | "clock-ahead"; // the clock is years ahead of both

/** An error that names its failure. */
export class StoreError extends Error {
  readonly code: Failure;
  readonly cause: unknown;
  constructor(code: Failure, cause?: unknown) {
    super(code);
    this.code = code;
    this.cause = cause;
  }
}

/**
 * The failure behind an error of IndexedDB; names as in the standard (Indexed Database API 3.0, section 3).
 *
 * `opening` tells errors of opening, where everything that is not known means that the browser refuses.
 */
export function failureOf(error: unknown, opening: boolean): Failure {
  if (error instanceof StoreError) return error.code;
  const name = (error as { name?: unknown } | null)?.name;
  // Firefox reports a full disk as its own error; Chromium may abort with the quota error as cause.
  if (name === "QuotaExceededError" || name === "NS_ERROR_FILE_NO_DEVICE_SPACE") return "disk-full";
  if (name === "VersionError") return "newer-database";
  return opening ? "refused" : "write-failed";
}
