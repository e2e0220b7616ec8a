"""What goes wrong with a browser's store: noticed, said, and nothing typed is lost."""

import contextlib
import json
import os
import re
import signal
import subprocess

import pytest
from playwright.sync_api import expect

from scripts.browser import find
from tests.browser.conftest import FLAGS
from tests.browser.store_page import Tab

WORDS = "已发通知"


def cdp(tab, method, **values):
    """Holds as long as the tab is open."""
    tab.page.context.new_cdp_session(tab.page).send(method, values)


@pytest.fixture
def small_disk(context, store_origin):
    """A disk with little space, from before the store is opened, because Chromium remembers how much there is.

    What is returned gives as much as ever.
    """
    session = context.new_cdp_session(context.new_page())
    session.send("Storage.overrideQuotaForOrigin", {"origin": store_origin, "quotaSize": 300_000})
    return lambda: session.send("Storage.overrideQuotaForOrigin", {"origin": store_origin})


FILL = """async () => {
  for (let n = 1; n < 100 && store.saved() !== "failed"; n++) {
    type("one", n % 2 ? "lead.meet" : "share.list", String(n) + "满".repeat(4000));
    await store.retry();
  }
}"""


def test_a_full_disk(context, store_origin, small_disk):
    tab = Tab(context, store_origin)
    tab.write(WORDS)
    tab.is_saved()
    tab.ask(FILL)
    tab.is_not_saved("disk-full")
    tab.write("再三")
    tab.is_not_saved("disk-full")
    assert tab.note() == WORDS + "再三"
    assert tab.stored()["one"]["lead.name"] == WORDS
    small_disk()
    tab.ask("store.retry()")
    tab.is_saved()
    tab.says()
    tab.open(store_origin)
    tab.shows(WORDS + "再三")


def test_a_full_disk_and_the_page_closed_in_spite_of_it(context, store_origin, small_disk):
    tab = Tab(context, store_origin)
    tab.is_saved()
    tab.ask(FILL)
    tab.write(WORDS)
    tab.ask("add('two')")
    tab.is_not_saved("disk-full")
    tab.page.close()
    small_disk()
    later = Tab(context, store_origin, "")
    later.shows(WORDS)
    expect(later.page.locator("#names")).to_have_text("清单two 清单one")
    later.is_saved()
    later.says("recovered")
    later.open(store_origin)
    later.shows(WORDS)
    later.says()


@pytest.mark.parametrize(
    ("before", "fault"),
    [
        ("Object.defineProperty(window, 'indexedDB', { value: undefined });", "no-database"),
        (
            "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };",
            "refused",
        ),
        (
            """const open = IDBFactory.prototype.open;
            IDBFactory.prototype.open = function (name) {
              const request = open.call(this, name, 1);
              request.addEventListener("upgradeneeded", () => request.transaction.abort());
              return request;
            };""",
            "refused",
        ),
    ],
    ids=["missing", "throws", "private"],
)
def test_no_store(context, store_origin, before, fault):
    tab = Tab(context, store_origin, before=before)
    tab.write(WORDS)
    tab.is_not_saved(fault)
    assert tab.note() == WORDS
    tab.open(store_origin)
    tab.is_not_saved(fault)
    tab.page.close()
    # What the browser lets us keep elsewhere comes back where the store works again.
    later = Tab(context, store_origin, "")
    later.shows(WORDS)
    later.is_saved()
    later.says("recovered")


def test_no_store_and_no_local_storage_keeps_the_page_working(context, store_origin):
    closed = """
      Object.defineProperty(window, "indexedDB", { get() { throw new DOMException("no", "SecurityError"); } });
      Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
    """
    tab = Tab(context, store_origin, before=closed)
    tab.write(WORDS)
    tab.is_not_saved("refused")
    assert tab.note() == WORDS


def test_a_transaction_that_fails_is_tried_again(context, store_origin):
    tab = Tab(context, store_origin)
    tab.is_saved()
    tab.ask("""() => {
      const put = IDBObjectStore.prototype.put;
      window.failures = 2;
      IDBObjectStore.prototype.put = function (...values) {
        if (window.failures-- > 0) this.transaction.abort();
        return put.apply(this, values);
      };
    }""")
    tab.write("字")
    tab.is_not_saved("write-failed")
    assert tab.note() == "字"
    tab.is_saved()  # by itself
    tab.says()
    assert tab.stored() == {"one": {"lead.name": "字"}}


DELETE = """() => new Promise((done, failed) => {
  const request = indexedDB.deleteDatabase("huimin-workbench");
  request.onsuccess = () => done("deleted");
  request.onerror = () => failed(request.error);
})"""


def by_the_browser(tab, context, origin):
    cdp(tab, "Storage.clearDataForOrigin", origin=origin, storageTypes="indexeddb,local_storage")


def by_another_page(tab, context, origin):
    other = context.new_page()
    other.goto(f"{origin}/store-page.js")
    assert other.evaluate(DELETE) == "deleted"


@pytest.mark.parametrize("deleted", [by_the_browser, by_another_page], ids=lambda how: how.__name__)
def test_deleted_while_it_is_open(context, store_origin, deleted):
    tab = Tab(context, store_origin)
    tab.write(WORDS)
    tab.is_saved()
    deleted(tab, context, store_origin)
    tab.says("purged-open")
    tab.is_saved()
    assert tab.values("purged-open")["count"] == 1
    assert tab.stored() == {"one": {"lead.name": WORDS}}
    tab.write("再")
    tab.is_saved()
    tab.open(store_origin)
    tab.shows(WORDS + "再")


def test_a_record_that_vanished_is_written_whole(context, store_origin):
    tab = Tab(context, store_origin)
    tab.write(WORDS)
    tab.is_saved()
    tab.ask("""() => new Promise((done) => {
      const open = indexedDB.open("huimin-workbench");
      open.onsuccess = () => {
        const tx = open.result.transaction("checklists", "readwrite");
        tx.objectStore("checklists").clear();
        tx.oncomplete = () => { open.result.close(); done(); };
      };
    })""")
    tab.write("再")
    tab.says("purged-open")
    tab.is_saved()
    assert tab.stored() == {"one": {"lead.name": WORDS + "再"}}


def test_purged_between_two_visits(context, store_origin):
    tab = Tab(context, store_origin)
    tab.ask("add('two')")
    tab.is_saved()
    tab.page.goto(f"{store_origin}/store-page.js")
    assert tab.ask(DELETE) == "deleted"
    tab.open(store_origin)
    tab.says("purged-before")
    values = tab.values("purged-before")
    assert values["count"] == 2
    assert values["when"][:10] == tab.ask("new Date().toLocaleDateString('sv')")
    tab.ask("store.dismiss('purged-before')")
    tab.says()


PUT = """(record) => new Promise((done) => {
  const open = indexedDB.open("huimin-workbench");
  open.onsuccess = () => {
    const tx = open.result.transaction("checklists", "readwrite");
    tx.objectStore("checklists").put(record);
    tx.oncomplete = () => { open.result.close(); done(); };
  };
})"""


@pytest.mark.parametrize(
    ("record", "fault"),
    [
        (
            {"id": "broken", "mark": "m", "checklist": {"format": "huimin-checklist", "steps": 5}},
            "unreadable",
        ),
        ({"id": "other", "words": "no mark, no checklist"}, "unreadable"),
        (
            {"id": "n", "mark": "m", "checklist": {"format": "huimin-checklist", "version": 99, "id": "n"}},
            "newer-checklist",
        ),
    ],
    ids=["broken", "other", "newer"],
)
def test_a_record_that_cannot_be_read_stays_and_can_be_saved(context, store_origin, record, fault):
    tab = Tab(context, store_origin)
    tab.write(WORDS)
    tab.is_saved()
    tab.ask(PUT, record)
    tab.open(store_origin)
    tab.says(fault)
    tab.shows(WORDS)
    raw = tab.ask("code => store.faults().find((f) => f.code === code).raw", fault)
    assert json.loads(raw) == [record]
    tab.write("再")
    tab.is_saved()
    tab.ask("code => store.dismiss(code)", fault)
    tab.is_saved()
    tab.open(store_origin)
    tab.shows(WORDS + "再")
    tab.says()  # told once
    assert tab.ask(GET, record["id"]) == record


GET = """(id) => new Promise((done) => {
  const open = indexedDB.open("huimin-workbench");
  open.onsuccess = () => {
    const request = open.result.transaction("checklists").objectStore("checklists").get(id);
    request.onsuccess = () => { open.result.close(); done(request.result); };
  };
})"""


def test_a_record_that_is_read_in_part_is_kept_aside_whole(context, store_origin):
    tab = Tab(context, store_origin)
    tab.write(WORDS)
    tab.is_saved()
    record = tab.ask(GET, "one")
    record["mark"] = "damaged"
    record["checklist"]["role"] = "city"
    record["checklist"]["steps"][1]["due"] = "sometime"
    tab.ask(PUT, record)
    tab.open(store_origin)
    tab.shows(WORDS)
    tab.says("unreadable")
    tab.is_saved()
    raw = json.loads(tab.ask("store.faults()[0].raw"))
    assert raw[0]["steps"][1]["due"] == "sometime"


UPGRADE = """() => new Promise((done, failed) => {
  const open = indexedDB.open("huimin-workbench", 99);
  open.onsuccess = () => { open.result.close(); done("upgraded"); };
  open.onerror = () => failed(open.error);
})"""


def test_a_newer_edition_in_another_tab(context, store_origin):
    tab = Tab(context, store_origin)
    tab.write(WORDS)
    tab.is_saved()
    other = context.new_page()
    other.goto(f"{store_origin}/store-page.js")
    assert other.evaluate(UPGRADE) == "upgraded"  # this tab lets go
    tab.write("再")
    tab.is_not_saved("newer-database")
    assert tab.note() == WORDS + "再"
    assert tab.stored() == {"one": {"lead.name": WORDS}}
    # The newer edition has what could not be saved.
    newer = Tab(context, store_origin, "version=99")
    newer.shows(WORDS + "再")
    newer.is_saved()


def test_an_old_tab_that_does_not_let_go(context, store_origin):
    first = Tab(context, store_origin)
    first.write(WORDS)
    first.is_saved()
    first.page.close()
    old = context.new_page()
    old.goto(f"{store_origin}/store-page.js")
    old.evaluate("""() => new Promise((done) => {
      const open = indexedDB.open("huimin-workbench");
      open.onsuccess = () => { window.db = open.result; done(); };
    })""")
    tab = Tab(context, store_origin, "version=2")
    tab.is_not_saved("open-blocked")
    expect(tab.page.locator("#loaded")).to_have_text("not loaded")
    tab.ask("add('two'), type('two', 'lead.meet', '先记下')")
    old.close()
    tab.is_saved()
    tab.says()
    tab.shows(WORDS)
    assert tab.stored() == {"one": {"lead.name": WORDS}, "two": {"lead.meet": "先记下"}}


def clock(day):
    return f"""
      const Real = Date, now = Real.parse("{day}T08:00:00Z");
      window.Date = class extends Real {{ constructor(...given) {{ super(...(given.length ? given : [now])); }} }};
      Date.now = () => now;
    """


@pytest.mark.parametrize(
    ("day", "fault"),
    [
        ("2026-11-24", ""),
        ("2026-11-23", ""),
        ("2009-01-01", "clock-behind-guide"),
        ("2044-01-01", "clock-ahead"),
    ],
)
def test_a_clock_set_wrong_is_said_and_nothing_hangs_on_it(context, store_origin, day, fault):
    tab = Tab(context, store_origin, "make&updated=2026-11-24", clock(day))
    tab.write(WORDS)
    tab.is_saved()
    tab.says(*filter(None, [fault]))
    tab.open(store_origin)
    tab.shows(WORDS)


def test_a_clock_behind_the_last_change(context, store_origin):
    right = Tab(context, store_origin, before=clock("2026-11-24"))
    right.write("先")
    right.is_saved()
    slow = Tab(context, store_origin, before=clock("2026-11-20"))
    slow.says("clock-behind-work")
    assert slow.values("clock-behind-work")["last"] == "2026-11-24 16:00"
    slow.write("后")
    slow.is_saved()
    slow.says("clock-behind-work")
    # The later change wins, though its clock says that it is the earlier.
    right.shows("先后")
    right.write("末")
    slow.shows("先后末")
    slow.ask("store.dismiss('clock-behind-work')")
    slow.is_saved()
    slow.open(store_origin)
    slow.shows("先后末")
    slow.says()


def test_typed_and_gone_at_once(context, store_origin):
    tab = Tab(context, store_origin)
    tab.is_saved()
    tab.ask(f"""() => {{
      for (const word of {json.dumps(WORDS)}) type("one", "lead.name", (noteOf("one", "lead.name") ?? "") + word);
      location.href = "store-page.js";
    }}""")
    tab.page.wait_for_url("**/store-page.js")
    tab.open(store_origin)
    tab.shows(WORDS)


def test_leaving_asks_only_while_something_is_not_saved(context, store_origin):
    tab = Tab(context, store_origin)
    asked = []
    tab.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    tab.write(WORDS)
    tab.is_saved()
    tab.open(store_origin)
    assert asked == []
    tab.ask(
        "() => { IDBObjectStore.prototype.put = function () { throw new DOMException('no', 'DataError'); }; }"
    )
    tab.write("再")
    tab.is_not_saved("write-failed")
    tab.open(store_origin)
    assert asked == ["beforeunload"]
    tab.shows(WORDS + "再")


@contextlib.contextmanager
def launched(chromium, profile):
    """A Chromium in a process group of its own, killed at the end without a word."""
    process = subprocess.Popen(
        [find(), *FLAGS, "--headless=new", "--remote-debugging-port=0", f"--user-data-dir={profile}"],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        address = next(
            line.split()[-1] for line in process.stderr if line.startswith("DevTools listening on")
        )
        yield chromium.browser_type.connect_over_cdp(address).contexts[0]
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        process.stderr.close()
        for lock in profile.glob("Singleton*"):
            lock.unlink()


def test_a_killed_browser_has_all_that_was_saved(chromium, store_origin, tmp_path):
    with launched(chromium, tmp_path) as context:
        tab = Tab(context, store_origin)
        tab.write(WORDS)
        tab.is_saved()
        tab.write("随", "lead.meet")
        tab.is_saved()
        # In the midst of work that is not saved yet.
        tab.ask("() => { for (let n = 1; n < 500; n++) type('one', 'lead.meet', '随' + '写'.repeat(n)); }")
    with launched(chromium, tmp_path) as context:
        tab = Tab(context, store_origin, "")
        tab.shows(WORDS)
        expect(tab.field("lead.meet")).to_have_value(re.compile("^随写*$"))
        tab.write("再")
        tab.is_saved()
        tab.says()
