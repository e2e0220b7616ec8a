"""The picture of the whole way and the schematic: nothing overlaps, nothing is cut, every arrow is clear of boxes."""

import re
from itertools import combinations, pairwise

import pytest

from huimin.load import load
from huimin.pages.build import pages
from huimin.pages.pathway import BOX, HEIGHT, picture, wrapped
from huimin.pages.tiles import schematic
from tests.conftest import REAL

KB = load(REAL).knowledge_base()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_boxes_do_not_overlap_and_titles_fit(lang):
    boxes = picture(KB.programme, lang).boxes
    assert len(boxes) == len(KB.programme.path) > 10
    for a, b in combinations(boxes, 2):
        assert abs(a.x - b.x) >= BOX or abs(a.y - b.y) >= HEIGHT
    assert all(len(box.lines) <= 3 for box in boxes)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_arrows_join_neighbours_and_cross_no_box(lang):
    drawn = picture(KB.programme, lang)
    assert len(drawn.arrows) == len(drawn.boxes) - 1
    for arrow in drawn.arrows:
        points = [tuple(map(int, point.split(","))) for point in arrow.split()]
        for (x1, y1), (x2, y2) in pairwise(points):
            for box in drawn.boxes:
                inside_x = max(min(x1, x2), box.x + 1) < min(max(x1, x2), box.x + BOX - 1) or (
                    x1 == x2 and box.x < x1 < box.x + BOX
                )
                inside_y = max(min(y1, y2), box.y + 1) < min(max(y1, y2), box.y + HEIGHT - 1) or (
                    y1 == y2 and box.y < y1 < box.y + HEIGHT
                )
                assert not (inside_x and inside_y), (arrow, box)


def test_words_wrap_whole_in_english_and_anywhere_in_chinese():
    assert wrapped("10 Issue the implementation plan", 11) == ("10 Issue the", "implementation plan")
    assert "".join(wrapped("1 对照六项创建条件逐项自评", 6)) == "1 对照六项创建条件逐项自评"


def test_the_schematic_has_all_34_units_once_and_says_that_it_is_no_map():
    drawn = schematic(KB.jurisdictions, KB.pilots)
    assert len({(tile.x, tile.y) for tile in drawn.tiles}) == 34
    units = (*KB.jurisdictions.provinces, *KB.jurisdictions.cities)
    assert sum(tile.count for tile in drawn.tiles) == sum(1 for unit in units if unit.pilot) > 0
    body = next(p for p in pages(KB) if p.path == "zh/provinces.html").body()
    assert "示意图" in body
    assert "不表示边界" in body
    names = {p.full_name.zh for p in KB.jurisdictions.provinces}
    assert names <= set(re.findall(r'<th scope="row"><a[^>]*>([^<]+)</a>', body))
