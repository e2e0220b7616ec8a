/** A run of Chinese cut into words, by how many entries have its pairs of characters; question words fall out. */
import type { Parsed } from "./parse.ts";

/** Words that make a question of a run, and words that say nothing of what it is about. */
const QUESTION =
  "哪个 哪些 哪里 哪家 哪位 哪一个 有哪些 什么 什么样 什么是 是什么 有什么 什么意思 什么时候 怎么 怎样 怎么办 怎么做 怎么样 如何 为什么 为何 " +
  "多少 多久 几个 何时 谁来 由谁 是否 是不是 有没有 能不能 可不可以 请问 我们要 我要 我想 想要 没有吗";
const FILLING =
  "可以 我们 需要 应该 应当 一下 一个 关于 有关 这个 那个 以及 还是 " +
  "的 了 吗 呢 吧 啊 和 与 及 或 在 是 有 谁 把 被 对 就 都 也 还 于 之 由 以 为 我 你 他 要 个 几 哪 怎 么";
const question = new Set(QUESTION.split(" "));
const asking = new Map([...question, ...FILLING.split(" ")].map((word) => [word, word.length > 1 ? 7 * (word.length - 1) : 1.5]));
const SPLIT = new RegExp([...question].sort((a, b) => b.length - a.length).join("|"));

/** A run without the words that ask, in the parts between them; one part where it does not ask. */
export const betweenQuestions = (run: string): string[] => run.split(SPLIT).filter(Boolean);

/** Words that an English question is asked with. */
const ASKED_WITH = new Set(
  ("a an the of to in on at for by with from and or is are was were be been do does did can could should would will shall may must " +
    "what which who whom whose when where why how i we you they he she it its this that these those there my our your " +
    "me us if as into about have has had need any some get many much each there please per mean means").split(" "),
);
export const isAsking = (word: string) => ASKED_WITH.has(word) || asking.has(word);

const KIND = { word: 0, asking: 1, loose: 2 };

/** What a question is about: without the words that ask, and those that must be absent. */
export const about = ({ phrases, issued, words }: Parsed): string =>
  [...phrases, ...issued.map((one) => one.text), ...words.filter((word) => !isAsking(word)).flatMap(betweenQuestions)].join(" ");

export interface Cut {
  words: string[];
  /** Single characters that belong to no word. */
  loose: string[];
  /** Pairs across the ends of two words. */
  near: string[];
}

/** Cuts a run; `count` says how many entries hold a pair. */
export function cut(run: string, count: (pair: string) => number): Cut {
  const chars = Array.from(run);
  const value = (i: number) => {
    const found = count(chars[i]! + chars[i + 1]!);
    return found ? 1 + Math.log(1 + found) : 0;
  };
  const best: { score: number; from: number; kind: number }[] = [{ score: 0, from: 0, kind: 0 }];
  for (let end = 1; end <= chars.length; end++) {
    let top = { score: best[end - 1]!.score - 2, from: end - 1, kind: KIND.loose };
    const offer = (from: number, score: number, kind: number) => {
      if (best[from]!.score + score > top.score) top = { score: best[from]!.score + score, from, kind };
    };
    if (end > 1) {
      const pair = value(end - 2);
      if (pair) offer(end - 2, pair, KIND.word);
      // What nobody wrote is a word all the same, so that it can be said to be missing.
      for (let from = end - 2; from >= 0 && !value(from); from--) offer(from, -1.5, KIND.word);
      if (end > 2 && pair && value(end - 3)) offer(end - 3, (pair + value(end - 3)) / 2, KIND.word);
    }
    for (let size = 1; size <= 4 && size <= end; size++) {
      const gain = asking.get(chars.slice(end - size, end).join(""));
      if (gain) offer(end - size, gain, KIND.asking);
    }
    best.push(top);
  }
  const made: Cut = { words: [], loose: [], near: [] };
  let after = -1;
  for (let end = chars.length; end > 0; ) {
    const { from, kind } = best[end]!;
    const text = chars.slice(from, end).join("");
    if (kind === KIND.word) {
      made.words.unshift(text);
      if (after === end) made.near.unshift(chars[end - 1]! + chars[end]!);
      after = from;
    } else if (kind === KIND.loose) made.loose.unshift(text);
    end = from;
  }
  return made;
}
