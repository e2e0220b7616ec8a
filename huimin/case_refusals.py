"""Why a case cannot be made, approved or withdrawn, in words that say how to mend it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from huimin.approval import content_digest, status_of
from huimin.check.rules import Words
from huimin.check.structure import nearest
from huimin.findings import Finding
from huimin.load import Loaded
from huimin.model.approval import Approvers
from huimin.model.case import ApprovedCase, Case
from huimin.read.guard import unsafe_character

CHINA = datetime.timezone(datetime.timedelta(hours=8))


class Refused(Exception):
    """Why nothing was written: reasons with how to mend them, and findings that stand in the way."""

    def __init__(self, *reasons: Words, findings: Iterable[Finding] = ()) -> None:
        super().__init__("; ".join(reason.en for reason in reasons))
        self.reasons = reasons
        self.findings = sorted(findings)


def today() -> datetime.date:
    """The day in China, whose offices approve and withdraw."""
    return datetime.datetime.now(CHINA).date()


def case_named(loaded: Loaded, id_: str) -> Case:
    """The case ``id_``, drafts included.

    Raises:
        Refused: where there is none, or its file has errors.
    """
    case = loaded.entries["case"].get(id_)
    if isinstance(case, Case):
        return case
    file = f"cases/{id_}.yaml"
    findings = [finding for finding in loaded.findings if finding.file == file]
    if findings:
        raise Refused(
            Words(zh=f"“{file}”有错误，请先改正。", en=f"{file} has errors; mend them first"),
            findings=findings,
        )
    near = nearest(id_, list(loaded.entries["case"]))
    raise Refused(
        Words(
            zh=f"没有编号为“{id_}”的案例。"
            + (f"是不是“{near}”？" if near else "编号写作“省/名称”，用kb case status查看。"),
            en=f'there is no case "{id_}"; '
            + (f'did you mean "{near}"?' if near else "an id is province/name, see kb case status"),
        )
    )


def not_to_approve(case: Case, loaded: Loaded) -> list[Words]:
    """Why a case is not to be approved: only submitted, compiled and changed ones are."""
    status = status_of(case)
    if status == "draft":
        return [
            Words(
                zh="案例还是草稿。请写完后把state改为submitted，再批准。",
                en="the case is a draft; finish it and change its state to submitted, then approve it",
            )
        ]
    if status == "withdrawn":
        day = case.withdrawal.date if case.withdrawal else "?"
        return [
            Words(
                zh=f"案例已于{day}撤回。要重新提出，请删去withdrawal和approval，把state改为submitted，再批准。",
                en=f"the case was withdrawn on {day}; to put it forward again take out withdrawal and approval, change its state to submitted, then approve it",
            )
        ]
    kept = loaded.entries["approved-case"].get(case.id)
    if status == "published" and case.approval:
        is_kept = isinstance(kept, ApprovedCase) and content_digest(kept) == case.approval.digest
        if is_kept:
            return [
                Words(
                    zh=f"案例已于{case.approval.date}批准，此后没有改动，不必再批准。",
                    en=f"the case was approved on {case.approval.date} and has not changed since; there is nothing to approve",
                )
            ]
    return []


def not_to_withdraw(case: Case) -> list[Words]:
    """Why a case is not to be withdrawn: only what was published is, and once."""
    if case.state in ("draft", "submitted"):
        return [
            Words(
                zh="案例没有发布过，不用撤回。不要了，删去文件；还要改，把state改为draft。",
                en="the case was never published, so there is nothing to withdraw; delete its file, or change its state to draft",
            )
        ]
    if case.withdrawal:
        day = case.withdrawal.date
        return [
            Words(
                zh=f"案例已于{day}撤回。要改理由，请直接改文件中的withdrawal。",
                en=f"the case was withdrawn on {day} already; to change the reason edit withdrawal in its file",
            )
        ]
    return []


def no_approver(case: Case, approver: str, loaded: Loaded) -> list[Words]:
    """Why ``approver`` cannot approve a case: only those of its own province can."""
    listed = loaded.entries["approvers"].get("approvers")
    if not isinstance(listed, Approvers):
        return [
            Words(
                zh="读不到批准单位名单approvers.yaml。请先运行kb check。",
                en="approvers.yaml is missing or has errors; run kb check first",
            )
        ]
    of = {item.id: item.province for item in listed.approvers}
    if of.get(approver) == case.province:
        return []
    own = [id_ for id_, province in of.items() if province == case.province]
    zh = f"本省的是{'、'.join(own)}。" if own else "本省的批准单位还没有写入approvers.yaml，请维护人员写入。"
    en = (
        f"its own is {', '.join(own)}"
        if own
        else "its own is not in approvers.yaml yet, ask the maintainers to enter it"
    )
    if approver not in of:
        return [Words(zh=f"没有批准单位“{approver}”；{zh}", en=f'there is no approver "{approver}"; {en}')]
    return [
        Words(
            zh=f"批准单位“{approver}”属于“{of[approver]}”，不能批准“{case.province}”的案例；{zh}",
            en=f'the approver "{approver}" is of "{of[approver]}" and cannot approve a case of "{case.province}"; {en}',
        )
    ]


def no_successor(case: Case, id_: str | None, loaded: Loaded) -> list[Words]:
    """Why case ``id_`` cannot take the place of ``case``."""
    if id_ is None:
        return []
    other = loaded.entries["case"].get(id_)
    if isinstance(other, Case) and other.id != case.id and other.is_shown and other.state != "withdrawn":
        return []
    return [
        Words(
            zh=f"“{id_}”不能替代本案例。--replaced-by要写另一个已发布、没有撤回的案例。",
            en=f'"{id_}" cannot take its place; --replaced-by names another case that is published and not withdrawn',
        )
    ]


def to_come(date: datetime.date) -> list[Words]:
    """Why ``date`` cannot be: it has not come yet."""
    if date <= today():
        return []
    return [
        Words(
            zh=f"日期{date}还没有到。请核对 --date。",
            en=f"the day {date} is still to come; look at --date again",
        )
    ]


def odd_characters(*texts: str | None) -> list[Words]:
    """Why ``texts`` cannot stand in a file: an invisible character, or bytes that are none."""
    for text in texts:
        odd = unsafe_character(text or "")
        character = odd.group() if odd else next((c for c in text or "" if "\ud800" <= c <= "\udfff"), "")
        if character:
            name = f"U+{ord(character):04X}"
            return [
                Words(
                    zh=f"参数中有看不见或不能用的字符{name}。请重新输入，不要粘贴。",
                    en=f"an argument holds {name}, a character that is invisible or none; type it anew rather than paste it",
                )
            ]
    return []
