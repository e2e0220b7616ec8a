"""The files of the index: exact, the same for the same content, and no larger where there is more."""

import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
from collections import defaultdict

import pytest

from huimin.load import load
from huimin.markdown import to_text
from huimin.search.files import search_files
from huimin.search.records import records
from huimin.synth.folder import write
from tests.conftest import REAL, ROOT, SMALL
from tests.search.reading import Index

HAN = re.compile("[一-鿿]{2,}")


@pytest.fixture(scope="module")
def kb():
    return load(REAL).knowledge_base()


@pytest.fixture(scope="module")
def zh(kb):
    return Index(dict(search_files(kb, "zh")), "zh")


def fields(record):
    return "\n".join("\n".join(parts) for parts in record.fields)


def test_a_han_string_finds_just_the_records_that_hold_it(kb, zh):
    texts = [fields(record) for record in records(kb, "zh")]
    runs = sorted({run for text in texts for run in HAN.findall(text)})
    chance = random.Random(6)
    for run in chance.sample(runs, 300):
        length = min(len(run), chance.randint(2, 5))
        at = chance.randint(0, len(run) - length)
        asked = run[at : at + length]
        assert zh.phrase(asked) == {doc for doc, text in enumerate(texts) if asked in text}, asked


def test_a_han_string_made_of_two_that_a_sign_parts_is_not_found(zh, kb):
    text = next(
        text for record in records(kb, "zh") if (text := re.search("[一-鿿]{2}，[一-鿿]{2}", fields(record)))
    )
    apart = text[0].replace("，", "")
    for doc in zh.phrase(apart):
        assert apart in fields(records(kb, "zh")[doc])


def test_a_single_character_finds_just_the_records_that_hold_it(kb, zh):
    texts = [fields(record) for record in records(kb, "zh")]
    for character in "惠民源部的":
        assert zh.weights(character).keys() == {doc for doc, text in enumerate(texts) if character in text}


def test_ids_numbers_and_readings_find_their_records(kb, zh):
    ids = [record.id for record in records(kb, "zh")]

    def found(term):
        return {ids[doc] for doc in zh.weights(term)}

    assert "sharing-one-source" in found("#sharing-one-source")
    assert found("#010-68501272") == {c.id for c in kb.contacts.values() if "68501272" in str(c.telephones)}
    assert "annex-1:3.1.2" in found("#annex-1:3.1.2")
    assert "ndrc-2014-46" in found("#发改高技2014-46")
    assert "chongqing" in found("'chong qing")
    assert "fujian-xiamen" in found("'xia men")
    assert {"information-sharing"} <= found("'xin xi") & found("'gong xiang") & found("'x g")
    assert "hunan-changsha" in found("'chang sha")
    assert not found("'zhang sha")


def test_a_title_weighs_more_than_a_statement_and_that_more_than_a_body(kb, zh):
    of_kind = defaultdict(list)
    all_ = records(kb, "zh")
    for doc, weight in zh.weights("信息").items():
        record = all_[doc]
        if record.kind == "requirement":
            place = next(at for at, parts in enumerate(record.fields) if "信息" in "\n".join(parts))
            of_kind[place].append(weight)
    mean = {place: sum(weights) / len(weights) for place, weights in of_kind.items()}
    assert mean[0] > mean[2] > mean[3]
    assert all(1 <= weight <= 88 for weights in of_kind.values() for weight in weights)


def test_what_is_shown_is_the_records_in_order(kb, zh):
    shown = zh.texts()
    assert [one[0] for one in shown] == [record.id for record in records(kb, "zh")]
    assert len(shown) == zh.manifest["docs"]
    first = next(iter(kb.by_section))[2][0]
    assert shown[0][2:4] == [first.title.zh, next(iter(kb.by_section))[1].title.zh]
    assert to_text(first.statement.zh) in shown[0][4]


def test_facets_name_their_records(kb, zh):
    all_ = records(kb, "zh")
    for name in zh.manifest["facets"]:
        for value, (label, _) in zh.load(f"{zh.manifest['folder']}/f-{name}").items():
            assert label
            assert any(value in record.facets.get(name, ()) for record in all_)


def test_traditional_characters_lead_to_those_of_the_index(zh):
    old, new = zh.load(zh.manifest["traditional"])
    table = dict(zip(old, new, strict=True))
    assert "".join(table.get(c, c) for c in "資訊惠民數據") == "资讯惠民数据"
    assert all(zh.weights(c) for c in set(new[:50]))


def test_the_manifest_is_small_and_the_lexicon_has_every_word(kb, zh):
    assert len(zh.files["assets/search/zh.js"].encode()) < 1500
    en = Index(dict(search_files(kb, "en")), "en")
    parts = [en.load(f"{en.manifest['folder']}/l{k}") for k in range(len(en.manifest["lexicon"]))]
    assert [part[0][0] for part in parts] == en.manifest["lexicon"]
    counts = dict(pair for part in parts for pair in part)
    assert list(counts) == sorted(counts)
    assert counts["information"] == len(en.weights("information"))
    assert en.weights("~" + "share").keys() >= en.weights("sharing").keys()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_scripts_hand_over_data_and_nothing_else(lang):
    for path, text in search_files(load(SMALL).knowledge_base(), lang):
        assert path.startswith("assets/search/")
        assert path.endswith(".js")
        assert text.startswith("huiminSearch(")
        assert "</" not in text
        assert not set(text) & {"\u2028", "\u2029"}


def test_files_in_another_order_and_another_seed_of_hashes_give_the_same_bytes(zh, tmp_path):
    for file in sorted(REAL.rglob("*.yaml"), reverse=True):
        (tmp_path / file.relative_to(REAL)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, tmp_path / file.relative_to(REAL))
    program = (
        "import json, sys; from pathlib import Path; from huimin.load import load\n"
        "from huimin.search.files import search_files\n"
        "json.dump(dict(search_files(load(Path(sys.argv[1])).knowledge_base(), 'zh')), sys.stdout)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7"},
        check=True,
    )
    assert json.loads(done.stdout) == zh.files


def test_files_grow_in_number_and_not_in_size(kb, tmp_path):
    few, many = (sizes(kb, tmp_path / str(cases), cases) for cases in (100, 2000))
    assert sum(map(len, many.values())) > 2 * sum(map(len, few.values()))
    for sort in ("h", "p"):
        assert statistics.mean(many[sort]) == pytest.approx(statistics.mean(few[sort]), rel=0.1)
    for sort in ("h", "p", "c", "q"):
        assert max(many[sort]) < 16_000
    assert max(many["zh.js"]) < 1500


def sizes(kb, folder, cases):
    """The bytes of each file of the Chinese index with so many synthetic cases, by sort of file."""
    write(REAL, kb, folder, cases, 1)
    found = defaultdict(list)
    for path, text in search_files(load(folder).knowledge_base(), "zh"):
        found[re.sub(r"(?:[0-9]+|-.*)\.js$", "", path.rsplit("/", 1)[1])].append(len(text.encode()))
    return found
