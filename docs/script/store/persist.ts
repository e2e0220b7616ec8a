/** Asks the browser not to purge the store when the disk runs low. */

export type Persisted = "granted" | "denied" | "unsupported";

/** Asks, unless it was granted before; the answer is shown in words. Browsers offer it on https and this computer alone. */
export async function askPersistence(): Promise<Persisted> {
  try {
    const storage = navigator.storage as Partial<StorageManager> | undefined;
    if (!storage?.persist) return "unsupported";
    return (await storage.persisted?.()) || (await storage.persist()) ? "granted" : "denied";
  } catch {
    return "unsupported";
  }
}
