/** Says truthfully where the draft is, and what can be done with it. */
import type { JSX } from "preact";
import type { Cells } from "../data.ts";
import type { Draft } from "../drafts.ts";
import { useForm } from "./context.ts";

export type DraftState =
  | { is: "none" }
  | { is: "found" | "kept" | "forked"; at: number }
  | { is: "failed" }
  | { is: "cleared"; before: Cells };

interface Props {
  state: DraftState;
  /** Whether another window has changed this draft. */
  isElsewhere: boolean;
  drafts: readonly Draft[];
  current: string;
  clear(): void;
  undo(before: Cells): void;
  takeOthers(): void;
  open(id?: string): void;
}

export function DraftBar({ state, isElsewhere, drafts, current, clear, undo, takeOthers, open }: Props): JSX.Element {
  const form = useForm();
  const hasText = Object.keys(form.cells).length > 0;
  const { lang } = form.data;
  const clock = new Intl.DateTimeFormat(lang === "zh" ? "zh-CN" : "en-GB", { dateStyle: "medium", timeStyle: "short" });
  const kept = "at" in state ? form.say("form-draft-kept", { time: clock.format(state.at) }) : "";
  const words = {
    none: form.say("form-draft-none"),
    found: `${form.say("form-draft-found")} ${kept}`,
    kept,
    forked: `${form.say("form-draft-forked")} ${kept}`,
    failed: form.say("form-draft-failed"),
    cleared: form.say("form-draft-cleared"),
  };
  const others = drafts.filter((draft) => draft.id !== current);
  return (
    <div class={`hm-draft-bar${state.is === "failed" ? " hm-draft-bar--failed" : ""}`}>
      <p role="status">{words[state.is]}</p>
      {state.is === "cleared" && (
        <button type="button" onClick={() => undo(state.before)}>
          {form.say("form-undo")}
        </button>
      )}
      {isElsewhere && (
        <p role="alert">
          {form.say("form-draft-elsewhere")}{" "}
          <button type="button" onClick={takeOthers}>
            {form.say("form-draft-take")}
          </button>
        </p>
      )}
      {others.length > 0 && (
        <ul aria-label={form.say("form-drafts")}>
          {drafts.map((draft) => (
            <li key={draft.id}>
              <button type="button" aria-current={draft.id === current || undefined} onClick={() => open(draft.id)}>
                {draft.cells[`title.${lang}`] ?? draft.cells.id ?? form.say("form-untitled")}
              </button>
            </li>
          ))}
        </ul>
      )}
      {hasText && (
        <button type="button" onClick={() => open()}>
          {form.say("form-draft-new")}
        </button>
      )}
      {hasText && (
        <button type="button" onClick={clear}>
          {form.say("form-draft-clear")}
        </button>
      )}
    </div>
  );
}
