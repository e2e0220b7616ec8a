"""Settings of the site that belong to whoever publishes it; blank unless they are real."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from huimin.model.entry import Entry
from huimin.model.fields import Part, Text, Url


class Marks(Part):
    """Marks of identity in the footer (国办发〔2017〕47号); each is blank, and then absent, until it is real."""

    organiser: Text | None = Field(default=None, description="主办单位")
    site_code: Annotated[str, Field(max_length=40)] | None = Field(
        default=None, description="网站标识码，10 位数字"
    )
    icp: Annotated[str, Field(max_length=60)] | None = Field(default=None, description="ICP 备案号")
    police: Annotated[str, Field(max_length=60)] | None = Field(default=None, description="公安备案号")


class PageMeta(Part):
    """Page meta of Chinese government sites that only the publisher can know; blank, and then absent."""

    column_type: Text | None = Field(default=None, description="ColumnType 栏目类别")
    content_source: Text | None = Field(default=None, description="ContentSource 信息来源")
    author: Text | None = Field(default=None, description="Author 作者或责任编辑")


class Site(Entry):
    """The publisher's settings."""

    title: Text
    description: Text
    edit_url: Url | None = Field(
        default=None, description="仓库中 kb/ 的编辑地址，以 / 结尾 / where entries are edited"
    )
    marks: Marks = Marks()
    offline_reading: bool = Field(
        default=True,
        description="浏览器留存看过的页面，断网时可读（仅限https） / browsers keep pages for reading offline (https only)",
    )
    page_meta: PageMeta = PageMeta()
    source_texts: dict[str, str] = Field(
        default_factory=dict,
        description="来源编号到原文文件（相对本知识库） / source id to a text file inside the knowledge base",
    )
