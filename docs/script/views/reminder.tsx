/** A calm word, now and then, that no file holds the latest work. */
import type { Checklist } from "../model/checklist.ts";
import { wantsCopy } from "../store/remind.ts";
import { useApp } from "./context.ts";

export function Reminder({ checklist }: { checklist: Checklist }) {
  const { say, store, go } = useApp();
  const settings = store.settings();
  if (!wantsCopy(checklist, settings, Date.now())) return null;
  const count = checklist.revision - (settings.copies?.[checklist.id]?.revision ?? 0);
  return (
    <p class="hm-notice wb-tools wb-reminder">
      <span>{say("store.remind", { count })}</span>
      <button type="button" onClick={() => go({ view: "files" })}>
        {say("app.save-file")}
      </button>
      <button type="button" class="wb-quiet" onClick={() => store.set({ reminded: new Date().toISOString() })}>
        {say("app.not-now")}
      </button>
    </p>
  );
}
