package org.zhikao.formats.sealing;

import java.util.Set;

/** 脱敏: what may be shown of a particular to those who need not know it. */
public final class Masking {
    /** Surnames of two characters that are common enough to be kept whole. */
    private static final Set<String> DOUBLE_SURNAMES = Set.of(
            "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容", "司徒", "司空", "夏侯", "轩辕", "宇文", "长孙", "端木", "独孤",
            "南宫", "西门", "呼延", "闻人", "澹台", "赫连", "申屠", "太史", "钟离", "百里", "东郭");

    private Masking() {}

    /** {@code 张*明}, {@code 张*}, {@code 欧阳*}. */
    public static String name(String name) {
        int[] points = name.codePoints().toArray();
        int surname = points.length > 2 && DOUBLE_SURNAMES.contains(new String(points, 0, 2)) ? 2 : 1;
        if (points.length <= surname) {
            return "*";
        }
        int given = points.length - surname;
        String hidden = "*".repeat(Math.max(1, given - 1));
        String last = given > 1 ? new String(points, points.length - 1, 1) : "";
        return new String(points, 0, surname) + hidden + last;
    }

    /** {@code 138****5678}. */
    public static String phone(String phone) {
        return phone.length() < 11
                ? "*".repeat(phone.length())
                : phone.substring(0, phone.length() - 8) + "****" + phone.substring(phone.length() - 4);
    }

    /** The last four characters: the others hold county and birthday. */
    public static String identityNumber(String number) {
        return number.length() < 8
                ? "*".repeat(number.length())
                : "*".repeat(number.length() - 4) + number.substring(number.length() - 4);
    }
}
