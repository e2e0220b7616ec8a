/** The form as a whole: what is filled in, kept at every change, and checked as one types. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { JSX } from "preact";
import { filled } from "../../model/filled.ts";
import { today } from "../browser.ts";
import type { Checker } from "../check.ts";
import type { Cells, Finding } from "../data.ts";
import type { Drafts } from "../drafts.ts";
import { shownOf, withoutGroup } from "../groups.ts";
import { focusField, FormProvider, type Form } from "./context.ts";
import { DraftBar, type DraftState } from "./draft-bar.tsx";
import { GroupSection } from "./groups.tsx";
import { Progress, Summary } from "./progress.tsx";
import { Save } from "./save.tsx";

export function App({ checker, drafts, root }: { checker: Checker; drafts: Drafts; root: string }): JSX.Element {
  const { data, columns } = checker;
  const [cells, setCells] = useState<Cells>(drafts.current.cells);
  /** What stands now, also between a change and the next drawing. */
  const latest = useRef(cells);
  latest.current = cells;
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [isAllShown, showAll] = useState(false);
  const [asked, setAsked] = useState<Record<string, number>>({});
  const [state, setState] = useState<DraftState>(drafts.current.revision ? { is: "found", at: drafts.current.at } : { is: "none" });
  const [isElsewhere, setElsewhere] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const checked = useMemo(() => checker.check(cells, today()), [checker, cells]);
  const findings = useMemo(() => byColumn(checked.findings), [checked]);
  const errors = checked.findings.filter((one) => one.severity === "error");

  useEffect(() => drafts.listen(() => setElsewhere(drafts.changedElsewhere() !== null)), [drafts]);
  useEffect(() => {
    if (state.is !== "failed" || !Object.keys(cells).length) return;
    const ask = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
      event.returnValue = "";
    };
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [state.is, cells]);

  function put(next: Cells): void {
    latest.current = next;
    setCells(next);
    const at = Date.now();
    const kept = drafts.keep(next, at);
    setState((before) => (kept === "failed" ? { is: "failed" } : kept === "empty" ? { is: "none" } : { is: kept === "forked" || before.is === "forked" ? "forked" : "kept", at }));
    setElsewhere(false);
  }

  /** Shows another draft, as if the page had just been opened. */
  function show(next: Cells, now: DraftState): void {
    setCells(next);
    setTouched(new Set());
    setAsked({});
    showAll(false);
    setElsewhere(false);
    setState(now);
  }

  function open(id?: string): void {
    const draft = drafts.open(id);
    show(draft.cells, draft.revision ? { is: "found", at: draft.at } : { is: "none" });
  }

  function showErrors(): void {
    showAll(true);
    summary.current?.focus();
  }

  const form: Form = {
    data,
    columns,
    cells,
    findings,
    isShown: (column) => isAllShown || touched.has(column),
    say: (key, values = {}) => filled(data.words[key] ?? key, values),
    change: (column, text) => {
      const { [column]: _, ...others } = latest.current;
      put(text ? { ...others, [column]: text } : others);
    },
    touch: (column) => setTouched((before) => (before.has(column) ? before : new Set(before).add(column))),
    shown: (group) => shownOf(data, columns, cells, group, asked[group] ?? data.groups.find((one) => one.id === group)?.least ?? 0),
    addGroup: (group) => {
      const number = form.shown(group) + 1;
      setAsked({ ...asked, [group]: number });
      const first = columns.all.find((column) => column.id.startsWith(`${group}.${number}.`) && column.need !== "no");
      // Once it is drawn.
      setTimeout(() => first && focusField(first.id));
    },
    removeGroup: (group, number) => {
      setAsked({ ...asked, [group]: form.shown(group) - 1 });
      put(withoutGroup(columns, cells, group, number));
    },
  };

  return (
    <FormProvider value={form}>
      <h2 id="g-form">{form.say("form-title")}</h2>
      <p>{form.say("form-note")}</p>
      <DraftBar
        state={state}
        isElsewhere={isElsewhere}
        drafts={drafts.all()}
        current={drafts.current.id}
        clear={() => {
          drafts.clear();
          show({}, { is: "cleared", before: cells });
        }}
        undo={put}
        takeOthers={() => open(drafts.current.id)}
        open={open}
      />
      <div class="hm-form-body">
        <Progress />
        <form noValidate onSubmit={(event) => event.preventDefault()} aria-labelledby="g-form">
          {data.groups.map((group) => (
            <GroupSection key={group.id} group={group} />
          ))}
          <div class="hm-summary-of-form">
            <button type="button" class="hm-main-action" onClick={showErrors}>
              {form.say("form-check")}
            </button>
            <div ref={summary} tabIndex={-1} role="status">
              {isAllShown && <Summary errors={errors} />}
            </div>
          </div>
          <Save values={checked.values} isGood={checked.isGood} root={root} showErrors={showErrors} />
        </form>
      </div>
    </FormProvider>
  );
}

function byColumn(findings: readonly Finding[]): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const one of findings) found.set(one.column, [...(found.get(one.column) ?? []), one]);
  return found;
}
