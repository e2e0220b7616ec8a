/** Chinese that was typed in other characters: traditional ones, or ones that sound alike. */
import type { Index } from "./files.ts";
import type { Load } from "./types.ts";

/** A text in the simplified characters that the index has; as it is where there is no table. */
export async function simplified(index: Index, load: Load, text: string): Promise<string> {
  if (!index.manifest.traditional) return text;
  const [from, to] = (await load(index.manifest.traditional)) as [string, string];
  const known = [...to];
  const table = new Map([...from].map((one, i) => [one, known[i]!]));
  return [...text].map((one) => table.get(one) ?? one).join("");
}

const sounds = new WeakMap<object, Map<string, string[]>>();

/** The readings of each character, from the characters of each reading. */
function readingsOf(table: Record<string, string>): Map<string, string[]> {
  let made = sounds.get(table);
  if (made) return made;
  made = new Map();
  for (const [sound, chars] of Object.entries(table))
    for (const char of chars) {
      const known = made.get(char);
      if (known) known.push(sound);
      else made.set(char, [sound]);
    }
  sounds.set(table, made);
  return made;
}

/** As many titles as are looked at for the characters of a sound. */
const TITLES = 4;

/** A run of Chinese with the pairs that nobody wrote put right by titles that sound so; `undefined` where none does. */
export async function soundingLike(index: Index, load: Load, run: string): Promise<string | undefined> {
  if (!index.manifest.pinyin) return undefined;
  const table = readingsOf((await load(index.manifest.pinyin)) as Record<string, string>);
  const read = (char: string) => table.get(char) ?? [];
  const chars = [...run];
  let changed = false;
  for (let i = 0; i + 1 < chars.length; i++) {
    if ((await index.head(chars[i]! + chars[i + 1]!)).docs.length) continue;
    const after = chars[i + 2];
    // The second of the pair may begin a word that is right: then the fault lies between words.
    if (i && after && (await index.head(chars[i + 1]! + after)).docs.length && (await index.head(chars[i - 1]! + chars[i]!)).docs.length)
      continue;
    const found = await written(index, read, chars[i]!, chars[i + 1]!);
    if (!found) continue;
    [chars[i], chars[i + 1]] = found;
    changed = true;
  }
  return changed ? chars.join("") : undefined;
}

async function written(
  index: Index, read: (char: string) => string[], first: string, second: string,
): Promise<[string, string] | undefined> {
  let best: [string, string] | undefined;
  let most = 0;
  for (const a of read(first))
    for (const b of read(second)) {
      const head = await index.head(`'${a} ${b}`);
      const order = head.docs.map((_, i) => i).sort((x, y) => head.weights[y]! - head.weights[x]! || x - y);
      for (const i of order.slice(0, TITLES)) {
        const title = [...(await index.text(head.docs[i]!))[2]];
        for (let k = 0; k + 1 < title.length; k++) {
          const pair: [string, string] = [title[k]!, title[k + 1]!];
          if (!read(pair[0]).includes(a) || !read(pair[1]).includes(b)) continue;
          const count = (await index.head(pair.join(""))).docs.length;
          if (count > most) [best, most] = [pair, count];
        }
      }
    }
  return best;
}
