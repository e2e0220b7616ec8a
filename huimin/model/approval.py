"""The record of an approval, bound to what was approved by digests; and of a withdrawal."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from huimin.model.entry import Entry
from huimin.model.fields import ApproverRef, CaseRef, Date, Id, Part, ProvinceRef, Text

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Approval(Part):
    """Who approved, when, under which number, and the digests of what was approved."""

    approver: ApproverRef = Field(description="批准单位在approvers.yaml中的编号 / id in approvers.yaml")
    office: Text = Field(description="经办处室 / the approver's office")
    number: Annotated[str, Field(min_length=2, max_length=80)] | None = Field(
        default=None, description="批准文号 / document number"
    )
    date: Date
    digest: Sha256 = Field(
        description="中文、数字、日期和引用的校验值 / Chinese texts, figures, dates, references"
    )
    english: Sha256 = Field(description="英文的校验值 / English texts")


class Withdrawal(Part):
    """Since when and why a case is no longer put forward."""

    date: Date
    reason: Text
    replaced_by: CaseRef | None = Field(
        default=None, description="替代案例的编号 / id of the case that takes its place"
    )


class Approver(Part):
    """A province's approving office, and the accounts that may act for the province."""

    id: Id
    province: ProvinceRef
    body: Text
    accounts: tuple[Annotated[str, Field(pattern=r"^@?[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$")], ...] = ()


class Approvers(Entry):
    """Who may approve for which province, and who maintains the rest."""

    note: Text | None = None
    maintainers: tuple[Annotated[str, Field(pattern=r"^@?[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$")], ...] = ()
    approvers: tuple[Approver, ...] = ()
