"""Writes the package's pages, in the theme's page, and its downloads; MkDocs is told of the hubs in its navigation.

MkDocs' own way through a page takes as long as making one, and one page after the other.
"""

import datetime
import gc
import os
from collections.abc import Callable
from functools import partial
from html import escape
from itertools import chain, takewhile
from pathlib import Path

import jinja2
import mkdocs
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from huimin import LANGUAGES
from huimin.bundle import BundleError, bundle
from huimin.offline.served import OFF, manifest, worker
from huimin.pages.addresses import HUBS, address, relative
from huimin.pages.build import pages
from huimin.pages.case_lists import case_parts
from huimin.pages.compiled_templates import CompiledTemplates
from huimin.pages.page import Page
from huimin.pages.root import root_page
from huimin.pages.words import words
from huimin.parallel import together
from huimin.search.files import search_files
from huimin.shell import POLICY, Shell, mark

LANGUAGE = {"zh": "zh-CN", "en": "en"}


class EntryPage(MkDocsPage):
    """A page of the package as MkDocs and the theme know pages: a hub in the navigation, or one to make a shell of."""

    def __init__(self, page: Page, config: MkDocsConfig) -> None:
        file = File.generated(config, page.path.removesuffix(".html") + ".md", content="")
        file.inclusion = InclusionLevel.INCLUDED
        super().__init__(escape(page.title), file, config)
        self.source = page
        self.edit_url = None
        self.read_source(config)

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown file; what the theme needs stands in ``meta``."""
        self.markdown = ""
        self.meta = {
            "other_lang": LANGUAGE["en" if self.source.lang == "zh" else "zh"],
            "lang": LANGUAGE[self.source.lang],
            "column": self.source.column,
            "is_column": self.source.column == self.source.kind,
            "hide": ["navigation", "toc"],
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Nothing: bodies are made when pages are written."""
        self.content = ""


class _Site:
    """What one build keeps between events."""

    env: jinja2.Environment
    files: Files
    navigation: dict[str, Navigation]
    hubs: dict[str, EntryPage]
    serving = False


site = _Site()


def on_startup(command: str, dirty: bool) -> None:
    """Pages that are being worked on are never kept by the browser."""
    site.serving = command == "serve"


def keeps_pages(config: MkDocsConfig) -> bool:
    """Whether browsers are to keep pages for reading without a network."""
    return config.extra["kb"].site.offline_reading and not site.serving


@event_priority(50)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the hubs and the root; leaves out the theme's scripts, which no page calls."""
    for file in [file for file in files if file.src_uri.startswith("assets/javascripts/")]:
        files.remove(file)
    kb = config.extra["kb"]
    hubs = (takewhile(lambda page: page.kind in HUBS, pages(kb, [lang])) for lang in LANGUAGES)
    site.hubs = {page.path: EntryPage(page, config) for page in chain.from_iterable(hubs)}
    for hub in site.hubs.values():
        files.append(hub.file)
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
    """Keeps the theme's environment, and the hubs from MkDocs, which would write them."""
    for hub in site.hubs.values():
        files.remove(hub.file)
    # Without pages of its own MkDocs would ask the clock for the time in the compressed sitemap.
    day = datetime.datetime.combine(config.extra["kb"].updated, datetime.time(), datetime.UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(day.timestamp()))
    site.env, site.files = env, files
    env.auto_reload = False  # the theme does not change while a site is built
    env.bytecode_cache = CompiledTemplates("theme", mkdocs.__version__)
    return env


def on_template_context(
    context: TemplateContext, template_name: str, config: MkDocsConfig
) -> TemplateContext:
    """Pages of the theme that belong to no language speak Chinese first; the sitemap names every page."""
    speak(context, config, "zh")
    context["entry_pages"] = pages(config.extra["kb"])
    return context


@event_priority(50)
def on_post_build(config: MkDocsConfig) -> None:
    """Writes all before the exchange: each language's pages and index, downloads and scripts, a process each."""
    gc.freeze()  # or every fork would look through all that was made before, and so take a copy of it
    tasks = [
        *(partial(write, config, lang) for lang in LANGUAGES for write in (write_pages, write_search)),
        partial(write_downloads, config),
        partial(bundle, Path(config.config_file_path).parent, Path(config.site_dir) / "assets"),
    ]
    try:
        together(tasks)
    except BundleError as broken:
        raise PluginError(str(broken)) from None
    write_worker(config)


def write_pages(config: MkDocsConfig, lang: str) -> None:
    """Writes every page in a language: the theme's page, rendered once for each kind and depth, filled with its body."""
    shells: dict[tuple[str, int], Shell] = {}
    write = writer(config)
    for page in pages(config.extra["kb"], [lang]):
        key = (page.kind, page.path.count("/"))
        if key not in shells:
            shells[key] = Shell(theirs(config, page, marks(config)))
        write(page.path, shells[key].fill(differing(config, page)).encode())


def write_search(config: MkDocsConfig, lang: str) -> None:
    """Writes the search index of a language."""
    write = writer(config)
    for path, text in search_files(config.extra["kb"], lang):
        write(path, text.encode())


def write_downloads(config: MkDocsConfig) -> None:
    """Writes the downloads one by one, for all of them at once would fill the memory."""
    # Loaded where they are needed: openpyxl and python-docx take longer to load than a hundred pages to write.
    from huimin.downloads.files import binaries
    from huimin.downloads.files import files as downloads
    from huimin.intake.page_files import page_files
    from huimin.workbench.files import files as workbench_files

    kb = config.extra["kb"]
    write = writer(config)
    for path, text in chain(downloads(kb, config.site_url or ""), case_parts(kb), workbench_files(kb)):
        write(path, text.encode())
    for path, content in chain(binaries(kb), page_files(kb)):
        write(path, content)


def write_worker(config: MkDocsConfig) -> None:
    """Writes the service worker, which must lie at the root to reach every page, and the web app manifests."""
    kb, root, write = config.extra["kb"], Path(config.site_dir), writer(config)
    hubs = {lang: [page.source.path for page in found.pages] for lang, found in site.navigation.items()}
    kept = keeps_pages(config)
    write("sw.js", (worker(kb, hubs, lambda path: (root / path).read_bytes()) if kept else OFF).encode())
    for lang in LANGUAGES if kept else ():
        write(f"assets/guide.{lang}.webmanifest", manifest(kb, lang).encode())


def writer(config: MkDocsConfig) -> Callable[[str, bytes], None]:
    """Writes a file to a path from the site's root."""
    root, made = Path(config.site_dir), set[Path]()

    def write(path: str, content: bytes) -> None:
        target = root / path
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.add(target.parent)
        target.write_bytes(content)

    return write


def speak(context: TemplateContext, config: MkDocsConfig, lang: str) -> None:
    """Sets the theme's language, name, navigation and policy for one page."""
    config.theme["language"] = LANGUAGE[lang]
    config.site_name = config.extra["kb"].site.title[lang]
    context["nav"] = site.navigation[lang]
    context["policy"], context["site"] = POLICY, config.extra["kb"].site
    context["offline_reading"] = keeps_pages(config)
    context["edition_day"] = config.extra["kb"].updated.isoformat()
    context["hubs"] = [
        {
            "address": f"{lang}/{address('hub', hub)}",
            "title": words()["home" if hub == "index" else hub][lang],
        }
        for hub in HUBS
    ]
    context["say"] = {key: word[lang] for key, word in words().items()}


def differing(config: MkDocsConfig, page: Page) -> dict[str, str]:
    """What differs from page to page of one kind."""
    root = config.site_url or ""
    hub = site.hubs.get(page.path)
    return {
        "title": hub.title
        if hub
        else escape(page.title),  # the first has a name of its own in the navigation
        "description": escape(page.description),
        "other": relative(page.other_language, page.path),
        "canonical": root and root + page.path,
        "other_canonical": root and root + page.other_language,
        "updated": page.updated.isoformat(),
        "head": page.head(),
        "content": page.body(),
    }


def marks(config: MkDocsConfig) -> dict[str, str]:
    """A mark for each of what differs."""
    names = ("title", "description", "other", "updated", "head", "content", "canonical", "other_canonical")
    return {name: mark(name) if config.site_url or "canonical" not in name else "" for name in names}


def theirs(config: MkDocsConfig, source: Page, values: dict[str, str]) -> str:
    """The theme's own render of a page with ``values`` in the places of what differs."""
    page = site.hubs.get(source.path) or EntryPage(source, config)
    kept = dict(page.__dict__)
    page.title, page.content, page.update_date = values["title"], values["content"], values["updated"]
    page.canonical_url, page.other_canonical = values["canonical"] or None, values["other_canonical"]
    page.head = values["head"]
    page.meta = {**page.meta, "description": values["description"], "other": values["other"]}
    page.active = True  # the theme's sign for its tab in the navigation
    context = get_context(site.navigation[source.lang], site.files, config, page)
    speak(context, config, source.lang)
    try:
        return str(site.env.get_template("main.html").render(context))
    finally:
        page.active = False
        page.__dict__.update(kept)
