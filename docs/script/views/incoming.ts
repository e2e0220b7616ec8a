/** A file that was opened and waits to be merged; it is too large for the address. */
import type { Opened } from "../files/open-sheets.ts";

export const incoming: { opened?: Opened; name?: string } = {};
