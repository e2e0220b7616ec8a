/** The table of fonts, which names the faces to take where one is missing; `docx` itself only writes embedded ones. */
import type { Layout } from "./layout.ts";

export function fontTable({ faces, latin }: Layout): { path: string; data: string } {
  const fonts = faces
    .map(
      ([name = "", ...others]) =>
        `<w:font w:name="${name}"><w:altName w:val="${others.join(",")}"/><w:charset w:val="86"/></w:font>`,
    )
    .join("");
  return {
    path: "word/fontTable.xml",
    data:
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
      '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
      `${fonts}<w:font w:name="${latin}"><w:charset w:val="00"/><w:family w:val="roman"/></w:font></w:fonts>`,
  };
}
