"""Records that English texts were confirmed against their Chinese, by writing ``of`` beside them.

The file is changed as text, at the places that its node tree names, so comments and order stay.
"""

from __future__ import annotations

import yaml

from huimin.model.fields import digest_of
from huimin.read.loader import KnowledgeLoader


def confirmed(text: str, *, only_new: bool = False) -> str:
    """The YAML ``text`` with every pair of ``zh`` and ``en`` marked as confirmed.

    With ``only_new``, pairs that hold a digest already keep it, stale or not.
    """
    edits: list[tuple[int, int, str]] = []
    root = yaml.compose(text, Loader=KnowledgeLoader)
    if root is not None:
        _collect(root, text, only_new, edits)
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _collect(node: yaml.Node, text: str, only_new: bool, edits: list[tuple[int, int, str]]) -> None:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _collect(item, text, only_new, edits)
    if not isinstance(node, yaml.MappingNode):
        return
    pairs = {key.value: (key, value) for key, value in node.value}
    if all(isinstance(pairs.get(lang, (0, 0))[1], yaml.ScalarNode) for lang in ("zh", "en")):
        digest = f'"{digest_of(pairs["zh"][1].value)}"'
        if "of" in pairs:
            value = pairs["of"][1]
            if not only_new:
                edits.append((value.start_mark.index, value.end_mark.index, digest))
        elif node.flow_style:
            end = pairs["en"][1].end_mark.index
            edits.append((end, end, f", of: {digest}"))
        else:
            last = node.value[-1][1].end_mark.index
            while text[last - 1] in "\n ":  # a block text ends where the next key begins
                last -= 1
            rest = text[last:].split("\n", 1)[0]
            if rest.lstrip().startswith("#"):  # a remark stays with its line
                last += len(rest)
            edits.append((last, last, "\n" + " " * pairs["zh"][0].start_mark.column + f"of: {digest}"))
        return
    for _, value in node.value:
        _collect(value, text, only_new, edits)
