/** Takes what the site has put beside the database away: keys of localStorage and sessionStorage, and caches. */
import { clearLocal } from "./local.ts";

/** False where something is left. */
export async function clearBeside(): Promise<boolean> {
  return (await clearCaches()) && clearLocal();
}

async function clearCaches(): Promise<boolean> {
  try {
    if (typeof caches === "undefined") return true;
    const ours = (await caches.keys()).filter((key) => key.startsWith("huimin-"));
    return (await Promise.all(ours.map((key) => caches.delete(key)))).every(Boolean);
  } catch {
    return true; // closed as a whole: nothing of ours can be in it
  }
}
