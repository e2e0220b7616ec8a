/** A small guide for tests: two areas, three requirements, seven steps of a city and one of a province. */
import type { Guide, GuideRequirement, GuideStep } from "../../docs/script/model/guide.ts";

const step = (id: string, more: Partial<GuideStep> = {}): GuideStep => ({
  id,
  role: "city",
  ...(more.theme ? {} : { requirement: id.split(".")[0]! }),
  url: `${id}.html`,
  origin: "notice",
  strength: "must",
  phase: "prepare",
  title: `步骤${id}`,
  detail: "",
  lead: "city-office",
  helpers: [],
  output: "成果",
  evidence: "证明",
  anchor: "filing",
  days: -60,
  digest: `d-${id}`,
  cases: [],
  ...more,
});

const requirement = (id: string, more: Partial<GuideRequirement> = {}): GuideRequirement => ({
  id,
  title: `要求${id}`,
  url: `${id}.html`,
  origin: "notice",
  strength: "must",
  section: "2",
  clauses: [{ id: "annex-1:2.1.1", url: "2.1.1.html" }],
  areas: [],
  indicators: [],
  cases: [],
  ...more,
});

export const guide: Guide = {
  lang: "zh",
  edition: "2026-11-24+0000000000000000",
  updated: "2026-11-24",
  words: {},
  phases: ["prepare", "draft", "submit", "build", "evaluate"].map((id) => ({ id, title: id })),
  anchors: [{ id: "filing", title: "报送截止" }],
  sections: [{ id: "2", title: "二" }],
  areas: [
    { id: "services", title: "服务", short: "服务", url: "", themes: [{ id: "services.card", title: "卡", url: "" }] },
    { id: "grid", title: "网格", short: "网格", url: "", themes: [] },
  ],
  requirements: [
    requirement("lead"),
    requirement("share", { section: "3" }),
    requirement("reach", { areas: ["services"] }),
  ],
  steps: [
    step("lead.name"),
    step("lead.meet", { phase: "draft", days: -30, strength: "must" }),
    step("lead.report", { phase: "evaluate", anchor: "approval", days: 365 }),
    step("share.list", { phase: "build" }),
    step("reach.count", { strength: "should", origin: "guide" }),
    step("services.card.issue", { theme: "services.card", strength: "may", origin: "guide", phase: "build" }),
    step("lead.watch", { role: "province" }),
  ],
  indicators: [],
  conditions: [
    { id: "6a.1.1", title: "条件一", clause: "annex-1:6a.1.1", url: "", requirements: ["lead"] },
    { id: "6a.1.2", title: "条件二", clause: "annex-1:6a.1.2", url: "", requirements: ["reach"] },
  ],
  offices: { "city-office": "市办公室" },
  cases: {},
  provinces: [],
  retired: [],
  personal: { kinds: [] },
  columns: {
    sheets: [],
    lists: {},
    about: [],
    views: { overview: { zh: "", en: "" }, explain: { zh: "", en: "" }, lists: { zh: "", en: "" } },
    evidence: [],
    continued: { zh: "", en: "" },
    warning: { zh: "", en: "" },
  },
};
