package org.zhikao.seeds;

/**
 * 虚构地名校名: two-character place names of rare first characters, so that none is the name of a city of China; schools and
 * colleges are named after them.
 */
final class PlaceNames {
    private static final String FIRST = "霁昀曦汐璟翎笙珂霖鹭檀莳瑾弈暄栩湉翊槿煦";
    private static final String SECOND = "州川阳陵浦原溪泽宁安海山";

    private static final String[] VOCATIONAL = {"职业中等专业学校", "职业教育中心", "工业学校", "卫生学校", "财经学校", "信息工程学校", "农业学校", "艺术学校"};

    private static final String[] TECHNICAL = {"技工学校", "高级技工学校", "技师学院"};

    private static final String[] COLLEGES = {"职业技术大学", "职业技术学院", "工程职业学院", "交通职业技术学院", "卫生职业学院", "商务职业学院", "信息职业技术学院"};

    private final Dice dice;
    private final String[] places;
    private int given;

    PlaceNames(Dice dice) {
        this.dice = dice;
        places = new String[FIRST.length() * SECOND.length()];
        for (int i = 0; i < places.length; i++) {
            places[i] = "" + FIRST.charAt(i / SECOND.length()) + SECOND.charAt(i % SECOND.length());
        }
        dice.shuffle(places);
    }

    /** The next place, each once. */
    String place() {
        return places[given++];
    }

    /** Number {@code n}, 1 first, of a county's vocational schools. */
    String vocationalSchool(String county, int n) {
        return county + VOCATIONAL[n - 1];
    }

    String technicalSchool(String county) {
        return county + TECHNICAL[dice.below(TECHNICAL.length)];
    }

    /** Number {@code n}, 0 first, of a city's colleges; the first is the one with programmes of the highest level. */
    String college(String city, int n) {
        return city + COLLEGES[n];
    }
}
