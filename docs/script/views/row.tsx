/** One step in the list: tick, title, where it stands; opened, everything about it. */
import { memo } from "preact/compat";
import type { Item } from "../model/progress.ts";
import type { Say } from "./context.ts";
import { Editor } from "./editor.tsx";

interface Props {
  item: Item;
  isOpen: boolean;
  open(): void;
  tick(): void;
  /** Given, for a row that asked the context for it would be drawn again with every change of the address. */
  say: Say;
}

export const Row = memo(Line, isSame);

function Line({ item, isOpen, open, tick, say }: Props) {
  const { step, status } = item;
  const origin = item.guide?.origin ?? step.made?.origin;
  return (
    <li class={`wb-step wb-step--${status}`} data-step={step.id}>
      <div class="wb-line">
        <button
          type="button"
          class="wb-tick"
          role="checkbox"
          aria-checked={status === "done" ? "true" : status === "in-hand" ? "mixed" : "false"}
          aria-label={say("steps.tick", { title: item.title })}
          disabled={status === "not-applicable"}
          onClick={tick}
        />
        <button type="button" class="wb-title" aria-expanded={isOpen} onClick={open}>
          {item.title}
        </button>
        <span class="wb-facts">
          {item.isMust ? <span class="hm-tag hm-tag--must">{say("steps.must")}</span> : null}
          {item.isMust && origin === "guide" ? (
            // The notice demands the outcome; how to get there is the guide's advice.
            <span class="hm-tag hm-tag--guide">{say("steps.way-advised")}</span>
          ) : (
            <span class={`hm-tag hm-tag--${origin ?? "own"}`}>{say(`steps.${origin ?? "own"}`)}</span>
          )}
          {status === "in-hand" || status === "not-applicable" ? <span class="hm-tag">{say(`steps.${status}`)}</span> : null}
          <span>{item.lead || say("steps.no-lead")}</span>
          {item.due ? (
            <span class={item.overdue ? "wb-overdue" : ""}>
              {say(item.overdue ? "steps.overdue-since" : "steps.due-by", { due: item.due })}
            </span>
          ) : null}
          {item.hasEvidence ? <span>{say("steps.evidence-count", { count: step.evidence!.length })}</span> : null}
          {status === "done" && !item.hasEvidence ? <span class="wb-lacks">{say("steps.lacks-evidence")}</span> : null}
        </span>
      </div>
      {isOpen ? <Editor item={item} /> : null}
    </li>
  );
}

/** A row is drawn again only where something about its step has changed: 2,000 of them stand in a list. */
function isSame(a: Props, b: Props): boolean {
  return (
    a.isOpen === b.isOpen &&
    !b.isOpen &&
    a.item.step === b.item.step &&
    a.item.guide === b.item.guide &&
    a.item.status === b.item.status &&
    // What an office is called is said for all steps at once.
    a.item.lead === b.item.lead &&
    a.item.due === b.item.due &&
    a.item.overdue === b.item.overdue
  );
}
