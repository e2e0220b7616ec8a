"""Keeping checklists in the browser: nothing typed is lost, and what is shown is true."""

import pytest
from playwright.sync_api import expect

from tests.browser.store_page import Tab

WORDS = "已发通知"


def test_what_is_typed_is_there_after_a_reload(context, store_origin):
    tab = Tab(context, store_origin)
    tab.write(WORDS)
    tab.is_saved()
    assert tab.stored() == {"one": {"lead.name": WORDS}}
    tab.open(store_origin)
    tab.shows(WORDS)
    tab.says()


HOLD = """() => new Promise((held) => {
  const open = indexedDB.open("huimin-workbench");
  open.onsuccess = () => {
    const tx = open.result.transaction("checklists", "readwrite");
    const lists = tx.objectStore("checklists");
    window.release = () => { window.free = true; };
    const again = () => { if (!window.free) lists.getKey("one").onsuccess = again; };
    tx.oncomplete = () => open.result.close();
    lists.getKey("one").onsuccess = () => { again(); held(); };
  };
})"""


def test_saved_is_not_said_before_it_is(context, store_origin):
    tab, other = Tab(context, store_origin), Tab(context, store_origin)
    tab.is_saved()
    other.ask(HOLD)
    tab.write(WORDS)
    expect(tab.page.locator("#saved")).to_have_text("saving")
    tab.shows(WORDS)
    other.ask("release()")
    tab.is_saved()
    assert tab.stored() == {"one": {"lead.name": WORDS}}


def test_a_browser_that_does_not_answer_is_named_and_what_comes_after_all_is_taken(context, store_origin):
    tab = Tab(context, store_origin, "make&patience=1")
    tab.is_saved()
    other = Tab(context, store_origin)
    other.ask(HOLD)
    tab.write(WORDS)
    tab.is_not_saved("slow")
    other.ask("release()")
    tab.is_saved()
    tab.says()


def test_two_tabs_that_change_different_fields_keep_both(context, store_origin):
    one, two = Tab(context, store_origin), Tab(context, store_origin)
    one.write("甲")
    two.write("乙", "lead.meet")
    for tab in (one, two):
        tab.shows("甲")
        tab.shows("乙", "lead.meet")
    one.is_saved()
    two.is_saved()
    assert one.stored() == {"one": {"lead.name": "甲", "lead.meet": "乙"}}


def test_two_tabs_that_do_not_hear_each_other_overwrite_nothing(context, store_origin):
    deaf = """
      delete window.BroadcastChannel;
      const listen = window.addEventListener;
      window.addEventListener = function (kind, ...more) { if (kind !== "storage") listen.call(this, kind, ...more); };
    """
    one, two = Tab(context, store_origin, before=deaf), Tab(context, store_origin, before=deaf)
    one.write("甲")
    one.is_saved()
    two.shows("")
    two.write("乙", "lead.meet")
    two.shows("甲")  # came along with its own write
    two.is_saved()
    assert one.stored() == {"one": {"lead.name": "甲", "lead.meet": "乙"}}
    one.ask("dispatchEvent(new Event('focus'))")
    one.shows("乙", "lead.meet")


def test_without_a_channel_the_events_of_local_storage_tell_the_other_tab(context, store_origin):
    one, two = (Tab(context, store_origin, before="delete window.BroadcastChannel") for _ in range(2))
    one.write("甲")
    two.shows("甲")


def test_in_the_same_field_the_last_wins_and_both_tabs_show_it(context, store_origin):
    one, two = Tab(context, store_origin), Tab(context, store_origin)
    one.write("先")
    two.shows("先")
    two.write("后")
    one.shows("先后")
    one.is_saved()
    # Who saw the words and went on typing has one line in the history.
    assert one.ask("store.get('one').history.map(change => change.to)") == ["先后"]


def test_changes_at_the_same_moment_are_all_kept(context, store_origin):
    one, two = Tab(context, store_origin), Tab(context, store_origin)
    burst = """(step) => { for (let n = 1; n <= 30; n++) setTimeout(() => type("one", step, "字".repeat(n)), n % 7); }"""
    one.ask(burst, "lead.name")
    two.ask(burst, "lead.meet")
    for tab in (one, two):
        for step in ("lead.name", "lead.meet"):
            expect(tab.field(step)).to_have_value("字" * 27)  # the one whose timer ends last
        tab.is_saved()
    assert one.stored() == {"one": {"lead.name": "字" * 27, "lead.meet": "字" * 27}}
    assert one.ask("store.get('one').revision") == two.ask("store.get('one').revision")


def test_settings_and_copies_of_two_tabs_are_both_kept(context, store_origin):
    one, two = Tab(context, store_origin), Tab(context, store_origin)
    one.ask("store.set({ me: '办公室', copies: { one: { at: '2026-01-01T00:00:00Z', revision: 1 } } })")
    two.ask("store.set({ copies: { two: { at: '2026-01-02T00:00:00Z', revision: 2 } } })")
    one.is_saved()
    two.is_saved()
    settings = Tab(context, store_origin).ask("store.settings()")
    assert settings["me"] == "办公室"
    assert set(settings["copies"]) == {"one", "two"}


def test_a_deleted_checklist_comes_back_by_undo_also_in_the_other_tab(context, store_origin):
    one, two = Tab(context, store_origin), Tab(context, store_origin)
    one.write(WORDS)
    one.ask("window.undo = store.remove('one'), undefined")
    expect(two.page.locator("#names")).to_have_text("")
    two.says("removed-elsewhere")
    one.is_saved()
    later = Tab(context, store_origin, "")
    assert later.ask("store.list().length") == 0
    assert later.ask("store.removed().map(c => c.id)") == ["one"]
    one.ask("window.undo()")
    two.shows(WORDS)
    two.says()


def test_the_checklist_that_changed_last_comes_first_whatever_the_clock_says(context, store_origin):
    tab = Tab(context, store_origin)
    tab.ask("add('two')")
    expect(tab.page.locator("#names")).to_have_text("清单two 清单one")
    tab.ask("Date.now = () => 0; type('one', 'lead.name', '字')")
    expect(tab.page.locator("#names")).to_have_text("清单one 清单two")
    tab.is_saved()
    expect(Tab(context, store_origin).page.locator("#names")).to_have_text("清单one 清单two")


def test_everything_is_cleared_in_all_tabs_and_does_not_come_back(context, store_origin):
    one, two = Tab(context, store_origin), Tab(context, store_origin)
    one.write(WORDS)
    two.shows(WORDS)
    one.ask("localStorage.setItem('huimin-language', 'zh'), localStorage.setItem('other', 'stays')")
    assert one.ask("store.clearAll()") is True
    for tab in (one, two):
        expect(tab.page.locator("#names")).to_have_text("")
    two.says("cleared-elsewhere")
    one.says()
    assert one.ask("Object.keys(localStorage)") == ["other"]
    assert one.ask("indexedDB.databases()") == []
    two.ask("dispatchEvent(new Event('focus'))")
    two.is_saved()
    later = Tab(context, store_origin, "")
    assert later.ask("[store.list().length, store.removed().length, store.settings()]") == [0, 0, {}]
    later.says()


def test_persistent_storage_is_asked_for_once_at_the_first_real_work(context, store_origin):
    count = """
      window.asked = 0;
      navigator.storage.persisted = () => Promise.resolve(false);
      navigator.storage.persist = () => { window.asked++; return Promise.resolve(false); };
    """
    tab = Tab(context, store_origin, "", count)
    tab.ask("add('example', { example: true })")
    assert tab.ask("window.asked") == 0
    tab.ask("add('one')")
    tab.write(WORDS)
    tab.is_saved()
    assert tab.ask("[window.asked, store.settings().persisted]") == [1, "denied"]
    tab.open(store_origin)
    tab.write("再")
    tab.is_saved()
    assert tab.ask("window.asked") == 0


@pytest.mark.parametrize("place", ["http", "file"])
def test_it_works_from_a_server_and_from_a_disc(context, store_origin, store_folder, place):
    address = store_origin if place == "http" else store_folder.as_uri()
    one, two = Tab(context, address), Tab(context, address)
    one.write("甲")
    two.shows("甲")
    two.write("乙", "lead.meet")
    two.is_saved()
    one.open(address)
    one.shows("甲")
    one.shows("乙", "lead.meet")
    one.says()
