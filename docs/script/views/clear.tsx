/** Everything of ours away from a shared computer, after one question. */
import { useRef } from "preact/hooks";
import { useApp } from "./context.ts";
import { closeDialog, openDialog } from "./dialog.ts";

export function Clear() {
  const { say, store, go, tell } = useApp();
  const dialog = useRef<HTMLDialogElement>(null);
  const clear = async () => {
    const isCleared = await store.clearAll();
    closeDialog(dialog.current);
    go({ view: "shelf", id: "" });
    tell(say(isCleared ? "shelf.cleared" : "store.clear-failed"));
  };
  return (
    <div class="wb-tools">
      <button type="button" onClick={() => openDialog(dialog.current)}>
        {say("shelf.clear")}
      </button>
      <dialog ref={dialog} class="wb-dialog" aria-labelledby="wb-clear">
        <h2 id="wb-clear">{say("shelf.clear")}</h2>
        <p>{say("shelf.clear-what", { count: store.list().length })}</p>
        <ul>
          {store.list().map((checklist) => (
            <li key={checklist.id}>{checklist.name}</li>
          ))}
        </ul>
        <p class="wb-tools">
          <button type="button" class="wb-first" onClick={() => void clear()}>
            {say("shelf.clear-do")}
          </button>
          <button type="button" onClick={() => closeDialog(dialog.current)}>
            {say("start.cancel")}
          </button>
        </p>
      </dialog>
    </div>
  );
}
