/** Keys that hold everywhere, and the sheet that lists all of them. */
import { useEffect, useRef } from "preact/hooks";
import { useApp } from "./context.ts";
import { closeDialog, openDialog } from "./dialog.ts";

const SHEET = ["?", "/", "↑ ↓", "Space", "Enter", "Esc", "Ctrl+Z", "Ctrl+Y"];

export function Keys({ turn }: { turn(back: boolean): void }) {
  const { say } = useApp();
  const sheet = useRef<HTMLDialogElement>(null);
  const act = useRef(turn);
  act.current = turn;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return;
      const typing = (event.target as Element).closest?.("input:not([type=checkbox]):not([type=radio]), textarea, select");
      const key = event.key.toLowerCase();
      if (event.ctrlKey || event.metaKey) {
        // In a text the browser's own undo holds.
        if (typing) return;
        if (key === "z") act.current(!event.shiftKey);
        else if (key === "y") act.current(false);
        else return;
      } else if (typing) return;
      else if (event.key === "?") openDialog(sheet.current);
      else if (event.key === "/") document.querySelector<HTMLInputElement>(".wb [type=search]")?.focus();
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
  return (
    <dialog ref={sheet} class="wb-dialog" aria-labelledby="wb-keys">
      <h2 id="wb-keys">{say("app.keys")}</h2>
      <dl class="wb-keys">
        {SHEET.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(`app.key-${SHEET.indexOf(key) + 1}`)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" onClick={() => closeDialog(sheet.current)}>
        {say("app.close")}
      </button>
    </dialog>
  );
}
