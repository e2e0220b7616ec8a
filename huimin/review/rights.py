"""Who may touch what: accounts and provinces as ``approvers.yaml`` has them in the base revision.

A province's accounts own ``cases/<province>/``, the maintainers everything else. Maintainers may touch a
province's folder as well, but an approval is the province's alone.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from huimin.model.approval import Approvers

MAINTAINERS = "maintainers"
"""The owner of all that no province owns; no id of a province, for it is the word for them in ``approvers.yaml``."""


def account(name: str) -> str:
    """An account's name for comparing: without ``@``, in lower case.

    Hosts' names are ASCII; letters that only look so (U+212A KELVIN SIGN lowers to k) stay what they are.
    """
    bare = name.strip().removeprefix("@")
    return bare.lower() if bare.isascii() else bare


@dataclass(frozen=True, slots=True)
class Rights:
    """Accounts by owner (a province's id or ``maintainers``), spelled with ``@``, and approvers by province."""

    accounts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    approvers: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, approvers: Approvers | None) -> Rights:
        """The rights that ``approvers`` gives; none where there is no such file."""
        if approvers is None:
            return cls()
        accounts: dict[str, list[str]] = defaultdict(list, {MAINTAINERS: list(approvers.maintainers)})
        offices: dict[str, list[str]] = defaultdict(list)
        for approver in approvers.approvers:
            accounts[approver.province] += approver.accounts
            offices[approver.province].append(approver.id)
        return cls(
            {owner: _spelled(names) for owner, names in accounts.items()},
            {province: tuple(sorted(ids)) for province, ids in offices.items()},
        )

    def provinces_of(self, actor: str) -> list[str]:
        """The provinces that ``actor`` acts for."""
        return sorted(owner for owner in self.accounts if owner != MAINTAINERS and self.is_of(actor, owner))

    def is_of(self, actor: str, owner: str) -> bool:
        """Whether ``actor`` is an account of ``owner``."""
        return account(actor) in {account(name) for name in self.accounts.get(owner, ())}

    def reviewers(self, owner: str) -> tuple[str, ...]:
        """The accounts that review what ``owner`` owns: the maintainers where a province has none."""
        return self.accounts.get(owner) or self.accounts.get(MAINTAINERS, ())


def owner_of(file: str | None) -> str:
    """The owner of ``file`` (relative to the knowledge base; None for one that lies outside of it)."""
    parts = file.split("/") if file else []
    return parts[1] if len(parts) > 2 and parts[0] == "cases" and parts[1] else MAINTAINERS


def _spelled(names: list[str]) -> tuple[str, ...]:
    """Each account once, with ``@``, in order of its name."""
    return tuple(sorted({account(n): f"@{n.removeprefix('@')}" for n in names}.values(), key=account))
