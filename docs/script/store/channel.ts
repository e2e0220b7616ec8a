/**
 * Word from one tab to the others: by BroadcastChannel, and by the events of localStorage where that is missing (Safari
 * before 15.4, some browsers on a disc). Either says only that there is something to read.
 */
import type { Local } from "./local.ts";

export type Word = "changed" | "cleared";

/** Tells other tabs; what they tell goes to `hear`. The same word may come twice. */
export function openChannel(name: string, local: Local, hear: (word: Word) => void): (word: Word) => void {
  let channel: BroadcastChannel | undefined;
  try {
    channel = new BroadcastChannel(name);
    channel.onmessage = ({ data }) => {
      if (data === "changed" || data === "cleared") hear(data);
    };
  } catch {
    // None here: the events of localStorage, and reading anew when the page is looked at, have to do.
  }
  addEventListener("storage", ({ key, newValue }) => {
    if (key === local.signKey && newValue !== null) hear("cleared");
    else if (key === local.markerKey && newValue !== null) hear("changed");
  });
  return (word) => {
    try {
      channel?.postMessage(word);
    } catch {
      // A closed channel: as without one.
    }
  };
}
