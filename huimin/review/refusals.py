"""What a change may not do: each file that its account may not touch, each approval that is not its to give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from huimin.check.rules import Words
from huimin.findings import Finding
from huimin.model.case import ApprovedCase, Case
from huimin.model.jurisdiction import Jurisdictions
from huimin.model.kinds import kind_of
from huimin.read.document import Place
from huimin.review.changes import Change, says
from huimin.review.rights import MAINTAINERS, Rights, account
from huimin.review.words import both, listed, say

TOP = Place(1, 1)


@dataclass(frozen=True, slots=True)
class People:
    """How owners are called: provinces by their name and id, accounts after them."""

    rights: Rights
    units: Jurisdictions | None
    approvers: str
    """Where the file of approvers lies, from the repository's root."""

    def name(self, owner: str) -> Words:
        """The maintainers, or a province."""
        if owner == MAINTAINERS:
            return both("maintainers")
        for unit in self.units.provinces if self.units else ():
            if unit.id == owner:
                return Words(zh=f"{unit.full_name.zh}（{owner}）", en=f"{unit.full_name.en} ({owner})")
        return Words(zh=owner, en=owner)

    def ask(self, owner: str) -> Words:
        """Whom to ask about what ``owner`` owns, with accounts."""
        for who in (owner, MAINTAINERS):
            if accounts := self.rights.accounts.get(who):
                return both("accounts-of", owner=self.name(who), accounts=listed(accounts))
        return both("administrators", approvers=self.approvers)


def approves(change: Change) -> bool:
    """Whether the change approves a case: state, record or kept words of an approval come in or change.

    Taking an approval away approves nothing. Kept words that cannot be compared count as changed.
    """
    kind = kind_of(change.file or "")
    before, after = change.before, change.after
    if kind is None or change.kind == "removed":
        return False
    if kind.model is ApprovedCase:
        return before is None or after is None or says(before) != says(after)
    if kind.model is not Case or not isinstance(after, Case):
        return False
    old = before if isinstance(before, Case) else None
    if after.state == "approved" and (old is None or old.state != "approved"):
        return True
    return after.approval is not None and (old is None or old.approval != after.approval)


def refusals(changes: Iterable[Change], actor: str, people: People) -> list[Finding]:
    """Everything in ``changes`` that ``actor`` may not do, by file; files are named from the repository's root."""
    found: list[Finding] = []
    for change in changes:
        found += _touching(change, actor, people)
        if approves(change):
            found += _approving(change, actor, people)
    return sorted(found)


def _touching(change: Change, actor: str, people: People) -> list[Finding]:
    rights, owner = people.rights, change.owner
    if rights.is_of(actor, MAINTAINERS) or rights.is_of(actor, owner):
        return []
    words: dict[str, object] = {
        "actor": f"@{account(actor)}",
        "owner": people.name(owner),
        "ask": people.ask(owner),
        "approvers": people.approvers,
        "maintainers": people.ask(MAINTAINERS),
    }
    own = rights.provinces_of(actor)
    if not own:
        return [_refusal("PR003", change, TOP, **words)]
    home = people.approvers.removesuffix("approvers.yaml")
    words["own"] = Words(
        zh="、".join(people.name(province).zh for province in own),
        en=" and ".join(people.name(province).en for province in own),
    )
    words["folders"] = listed([f"{home}cases/{province}/" for province in own])
    return [_refusal("PR002" if owner == MAINTAINERS else "PR001", change, TOP, **words)]


def _approving(change: Change, actor: str, people: People) -> list[Finding]:
    rights, province, case = people.rights, change.owner, change.after
    words: dict[str, object] = {
        "actor": f"@{account(actor)}",
        "owner": people.name(province),
        "ask": people.ask(province),
        "approvers": people.approvers,
        "maintainers": people.ask(MAINTAINERS),
    }
    found = []
    if not rights.is_of(actor, province):
        mend = "help" if rights.accounts.get(province) else "nobody"
        said = "approval" if isinstance(case, Case) and case.approval else "state"
        where = case.place((said,), key=True) if case else TOP
        found.append(_refusal("PR004", change, where, mend, **words))
    approval = case.approval if isinstance(case, Case) else None
    right = rights.approvers.get(province, ())
    if case and approval and approval.approver not in right:
        where = case.place(("approval", "approver"))
        words |= {"approver": approval.approver, "right": listed(right)}
        found.append(_refusal("PR005", change, where, "help" if right else "nobody", **words))
    return found


def _refusal(code: str, change: Change, place: Place, mend: str = "help", /, **words: object) -> Finding:
    return Finding(
        file=change.path,
        line=place.line,
        column=place.column,
        code=code,
        severity="error",
        message_zh=say(code, "zh", **words),
        message_en=say(code, "en", **words),
        help_zh=say(f"{code}-{mend}", "zh", **words),
        help_en=say(f"{code}-{mend}", "en", **words),
    )
