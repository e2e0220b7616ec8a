"""Hands the package's pages and downloads to MkDocs, and fills the theme's page with them."""

import gc
from html import escape
from itertools import chain
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from huimin.bundle import BundleError, bundle
from huimin.downloads.files import binaries
from huimin.downloads.files import files as downloads
from huimin.intake.page_files import page_files
from huimin.pages.addresses import HUBS, address, relative
from huimin.pages.build import pages
from huimin.pages.case_lists import case_parts
from huimin.pages.page import Page
from huimin.pages.root import root_page
from huimin.pages.words import words
from huimin.shell import POLICY, Shell, mark
from huimin.workbench.files import files as workbench_files

LANGUAGE = {"zh": "zh-CN", "en": "en"}


class EntryPage(MkDocsPage):
    """A page of the package. MkDocs takes it for one of its own; its body is made when it is written."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        super().__init__(escape(page.title), file, config)
        self.source = page
        self.edit_url = None
        self.update_date = page.updated.isoformat()
        self.filled = self.head = ""
        # The full address of the same page in the other language, where the site's own is known.
        self.other_canonical = (self.canonical_url or "").removesuffix(page.path) + page.other_language

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown file; what the theme needs stands in ``meta``."""
        self.markdown = ""
        self.meta = {
            "template": "filled.html",
            "description": escape(self.source.description),
            "other": relative(self.source.other_language, self.source.path),
            "other_lang": LANGUAGE["en" if self.source.lang == "zh" else "zh"],
            "lang": LANGUAGE[self.source.lang],
            "column": self.source.column,
            "is_column": self.source.column == self.source.kind,
            "hide": ["navigation", "toc"],
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing yet: ten thousand bodies held at once would fill the memory."""
        self.content = ""


class _Site:
    """What one build keeps between events."""

    env: jinja2.Environment
    navigation: dict[str, Navigation]
    shells: dict[tuple[str, str, int], Shell]


site = _Site()


@event_priority(50)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds every page of the knowledge base; leaves out the theme's scripts, which no page calls."""
    for file in [file for file in files if file.src_uri.startswith("assets/javascripts/")]:
        files.remove(file)
    kb = config.extra["kb"]
    for page in pages(kb):
        file = File.generated(config, page.path.removesuffix(".html") + ".md", content="")
        file.inclusion = InclusionLevel.INCLUDED
        files.append(file)
        EntryPage(page, file, config)
    files.append(
        File.generated(config, "index.html", content=root_page(kb), inclusion=InclusionLevel.INCLUDED)
    )
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """One navigation a language; hubs are no series, so none is before or after another."""
    site.navigation = {}
    for section in nav.items:
        items = section.children
        items[0].title = words()["home"][section.title]
        for item in items:
            item.parent = item.previous_page = item.next_page = None
        site.navigation[section.title] = Navigation(items, items)
        site.navigation[section.title].homepage = items[0]
    return nav


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Keeps the theme's environment; shells are made anew for each build."""
    gc.freeze()  # what stands now stays to the end of the build; walking it again and again costs a tenth
    site.env, site.shells = env, {}
    env.auto_reload = False  # the theme does not change while a site is built
    return env


def on_page_context(
    context: TemplateContext, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
) -> TemplateContext:
    """Fills the theme's page, rendered once for each language, kind and depth, with this page's body."""
    if isinstance(page, EntryPage):
        source = page.source
        key = (source.lang, source.kind, source.path.count("/"))
        if key not in site.shells:
            speak(context, config, source.lang)
            site.shells[key] = Shell(render_with_marks(context, page))
        page.filled = site.shells[key].fill({**differing(page), "content": source.body()})
    return context


def on_template_context(
    context: TemplateContext, template_name: str, config: MkDocsConfig
) -> TemplateContext:
    """Pages of the theme that belong to no language speak Chinese first."""
    speak(context, config, "zh")
    return context


def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
    """Lets go of a page's text once it is on its way to the disk."""
    if isinstance(page, EntryPage):
        page.filled = ""
    return output


@event_priority(50)
def on_post_build(config: MkDocsConfig) -> None:
    """Writes the downloads one by one, for MkDocs would hold all of them at once; before the exchange."""
    kb = config.extra["kb"]
    texts = chain(downloads(kb, config.site_url or ""), case_parts(kb), workbench_files(kb))
    for path, content in chain(((path, text.encode()) for path, text in texts), binaries(kb), page_files(kb)):
        target = Path(config.site_dir) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    try:
        bundle(Path(config.config_file_path).parent, Path(config.site_dir) / "assets")
    except BundleError as broken:
        raise PluginError(str(broken)) from None


def speak(context: TemplateContext, config: MkDocsConfig, lang: str) -> None:
    """Sets the theme's language, name, navigation and policy for one page."""
    config.theme["language"] = LANGUAGE[lang]
    config.site_name = config.extra["kb"].site.title[lang]
    context["nav"] = site.navigation[lang]
    context["policy"], context["site"] = POLICY, config.extra["kb"].site
    context["hubs"] = [
        {
            "address": f"{lang}/{address('hub', hub)}",
            "title": words()["home" if hub == "index" else hub][lang],
        }
        for hub in HUBS
    ]
    context["say"] = {key: word[lang] for key, word in words().items()}


def differing(page: EntryPage) -> dict[str, str]:
    """What differs from page to page of one kind, besides the content."""
    return {
        "title": page.title,
        "description": page.meta["description"],
        "other": page.meta["other"],
        "canonical": page.canonical_url or "",
        "updated": page.update_date,
        "head": page.source.head(),
        "other_canonical": page.other_canonical,
    }


def render_with_marks(context: TemplateContext, page: EntryPage) -> str:
    """The theme's own render of ``page`` with marks in place of what differs from page to page."""
    kept = dict(page.__dict__)
    page.title, page.content, page.other_canonical = mark("title"), mark("content"), mark("other_canonical")
    page.update_date, page.head = mark("updated"), mark("head")
    page.canonical_url = mark("canonical") if page.canonical_url else None
    page.meta = {**page.meta, "description": mark("description"), "other": mark("other")}
    try:
        return str(site.env.get_template("main.html").render(context))
    finally:
        page.__dict__.update(kept)
