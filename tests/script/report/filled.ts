/** A guide with the report's words and a checklist filled in with a little of everything. */
import { makeChecklist } from "../../../docs/script/model/make.ts";
import type { Checklist, Step } from "../../../docs/script/model/checklist.ts";
import type { Guide } from "../../../docs/script/model/guide.ts";
import { guide as small } from "../small-guide.ts";
import { words } from "./words.ts";

export const TODAY = "2014-06-01";

export function guide(lang: "zh" | "en" = "zh"): Guide {
  return {
    ...small,
    lang,
    words: words(lang),
    sections: [
      { id: "2", title: "领导" },
      { id: "3", title: "共享" },
    ],
    indicators: [
      { id: "hours", title: "办理时间", url: "", unit: "小时", direction: "down", formula: "", areas: [], requirements: [] },
      { id: "online", title: "网上办理率", url: "", unit: "%", direction: "up", formula: "", areas: [], requirements: [] },
    ],
    provinces: [{ id: "east", title: "东省", cities: [{ id: "east-river", title: "河市" }] }],
  };
}

export function checklist(change: Partial<Checklist> = {}, answers: Record<string, Partial<Step>> = {}): Checklist {
  const made = makeChecklist(
    guide(),
    { name: "河市清单", role: "city", province: "east", city: "east-river", areas: ["services"], themes: ["services.card"] },
    "id",
    "2014-01-01T00:00:00Z",
  );
  const filled: Record<string, Partial<Step>> = {
    "lead.name": { status: "done", evidence: [{ number: "河府办〔2014〕1号", date: "2014-03-02" }] },
    "lead.meet": { status: "done" },
    "share.list": { status: "in-hand", due: "2014-05-02", note: "第一行\n第二行" },
    "lead.report": { due: "2014-07-01" },
    "reach.count": { status: "not-applicable", reason: "没有村" },
    ...answers,
  };
  return { ...made, steps: made.steps.map((step) => ({ ...step, ...filled[step.id] })), ...change };
}
