"""Records that English texts were confirmed against their Chinese, by writing ``of`` beside them.

The file is changed as text, at the places that its node tree names, so comments and order stay.
"""

from __future__ import annotations

from typing import Any

import yaml

from huimin.model.fields import digest_of
from huimin.read.loader import KnowledgeLoader
from huimin.read.parse import parse


def confirmed(text: str, *, only_new: bool = False) -> str:
    """The YAML ``text`` with every pair of ``zh`` and ``en`` marked as confirmed.

    With ``only_new``, pairs that hold a digest already keep it, stale or not.

    Raises:
        ValueError: where a text is missing, or where the result would differ from ``text`` in anything but
            digests, as with aliases and rare forms of YAML.
    """
    result = _edited(text, only_new)
    (before, faults), (after, new_faults) = parse("", text.encode()), parse("", result.encode())
    same_faults = [fault.code for fault in faults] == [fault.code for fault in new_faults]
    if (
        before is None
        or after is None
        or not same_faults
        or _without(before.values) != _without(after.values)
    ):
        raise ValueError(
            "a form of YAML that cannot be edited safely; write the texts as plain zh and en lines"
        )
    return result


def _without(value: Any) -> Any:  # noqa: ANN401
    """Values without the digests of texts."""
    if isinstance(value, dict):
        return {k: _without(v) for k, v in value.items() if not (k == "of" and {"zh", "en"} <= value.keys())}
    return tuple(_without(item) for item in value) if isinstance(value, tuple) else value


def _edited(text: str, only_new: bool) -> str:
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
        if not all(pairs[lang][1].value.strip() for lang in ("zh", "en")):
            raise ValueError(f"a text in line {node.start_mark.line + 1} lacks zh or en")
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
