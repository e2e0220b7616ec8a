/** An outline as a document: two sections, the report upright and its annexes on their side. */
import { AlignmentType, Document, HeadingLevel, LevelFormat, PageBreak, Paragraph } from "docx";
import type { INumberingOptions, ISectionOptions, ParagraphChild } from "docx";
import type { Layout } from "./layout.ts";
import type { Block, Outline } from "./outline.ts";
import { pageOf } from "./page.ts";
import { stylesOf } from "./styles.ts";
import { tableOf } from "./table.ts";
import { line } from "./text.ts";
import { run } from "./run.ts";

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];
const NUMBERS = "headings";

export function documentOf(outline: Outline, layout: Layout): Document {
  const gap = (keepNext = false) => new Paragraph({ style: "Body", indent: { firstLine: 0 }, keepNext });
  const right = (text: string, characters: number, keepNext: boolean) =>
    new Paragraph({
      style: "Body",
      keepNext,
      alignment: AlignmentType.RIGHT,
      indent: { right: Math.round(characters * layout.body.size * 20) },
      keepLines: true,
      children: [run(text)],
    });
  const warning = styled("Below", outline.warning);
  const body: ISectionOptions = {
    properties: pageOf(layout, "portrait").properties,
    footers: pageOf(layout, "portrait").footers(outline.below),
    children: [
      ...outline.title.map((text) => new Paragraph({ heading: HeadingLevel.TITLE, children: [run(text)] })),
      ...(outline.mark === undefined
        ? []
        : [new Paragraph({ style: "Mark", children: [run(outline.mark)] })]),
      gap(),
      ...outline.body.flatMap((block) => set(block, layout)),
      // Who signs does not stand on a page alone.
      styled("Body", outline.closing, true),
      gap(true),
      ...outline.annexes.map((text) => styled("Body", text, true)),
      gap(true),
      right(outline.signed, 0, true),
      // The day ends four characters from the edge, as below a seal.
      right(outline.day, 4, false),
      ...(outline.annex.length ? [] : [gap(), warning]),
    ],
  };
  const annexes: ISectionOptions = {
    properties: pageOf(layout, "landscape").properties,
    footers: pageOf(layout, "landscape").footers(outline.below),
    children: outline.annex.flatMap(({ label, title, table }, n) => [
      new Paragraph({ style: "Annex", children: [...(n ? [new PageBreak() as ParagraphChild] : []), run(label)] }),
      new Paragraph({ heading: HeadingLevel.TITLE, children: [run(title)] }),
      tableOf(table, layout),
      n + 1 < outline.annex.length ? new Paragraph({ style: "Below" }) : warning,
    ]),
  };
  return new Document({
    title: line(outline.title.join("")),
    creator: "",
    lastModifiedBy: "",
    description: line(outline.below),
    evenAndOddHeaderAndFooters: true,
    styles: stylesOf(layout),
    numbering: numbering(layout),
    sections: outline.annex.length ? [body, annexes] : [body],
  });
}

function set(block: Block, layout: Layout): (Paragraph | ReturnType<typeof tableOf>)[] {
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          heading: HEADINGS[block.level - 1]!,
          numbering: { reference: NUMBERS, level: block.level - 1, custom: true },
          children: [run(block.text)],
        }),
      ];
    case "table":
      return [tableOf(block, layout), new Paragraph({ style: "Below" })];
    case "paragraph":
      return [
        block.numbered
          ? new Paragraph({
              style: "Body",
              numbering: { reference: NUMBERS, level: 3, custom: true },
              children: [run(block.text)],
            })
          : styled("Body", block.text),
      ];
  }
}

function styled(style: string, text: string, keepNext = false): Paragraph {
  return new Paragraph({ style, keepNext, children: [run(text)] });
}

/** Levels whose numbers word processors count on: 一、 （一） 1. （1）. */
function numbering(layout: Layout): INumberingOptions {
  return {
    config: [
      {
        reference: NUMBERS,
        levels: layout.numbers.map(({ text, chinese }, level) => ({
          level,
          text,
          format: chinese ? LevelFormat.CHINESE_COUNTING_THOUSAND : LevelFormat.DECIMAL,
          alignment: AlignmentType.LEFT,
          suffix: "nothing" as const,
          style: { paragraph: { indent: { left: 0, firstLine: Math.round(layout.indent * layout.body.size * 20) } } },
        })),
      },
    ],
  };
}
