package org.zhikao.seeds;

/**
 * 虚构姓名: mostly of common characters; some hold characters beyond the Basic Multilingual Plane or beyond GBK (生僻字), some
 * are compound, some are minority names written with U+00B7 (间隔号).
 */
final class PersonNames {
    /** Per 10,000 names. */
    private static final int MINORITY = 300;

    private static final int RARE = 120;
    private static final int COMPOUND = 80;
    private static final int SINGLE = 1_800;

    private static final String[] SURNAMES = characters(
            "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤");

    private static final String[] COMPOUNDS = {"欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "令狐"};

    private static final String[] GIVEN = characters(
            "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰萍红玲建文辉梅鹏宇浩轩然博睿子涵梓萱雨欣怡佳琪思彤昊天泽俊熙晨阳一诺语嫣雅婷诗韵可馨若曦奕辰铭凯瑞嘉豪志远晓东海波新宁春雪冬青松柏竹云飞龙翔鸿亮光荣国庆安康永乐学勤立行知远景行清源锦程书瑶梦洁心怡");

    /** Beyond GBK or beyond the Basic Multilingual Plane: U+4DAE, U+20BB7, U+2CB4A, U+2CAA9 and others. */
    private static final String[] SELDOM = characters("䶮𠮷𬭊𬊤㛃㙓𬱖䲟翀犇堃燊赟淼喆昶珅頔婳祎");

    private static final String[] MINORITY_GIVEN = {
        "阿依努尔", "古丽娜尔", "艾力", "迪力木拉提", "阿曼古丽", "努尔兰", "叶尔江", "巴合提", "扎西", "卓玛", "次仁", "旦增", "阿卜杜拉", "热依汗", "吾提库尔",
        "依拉木", "莫色", "吉克"
    };

    private static final String[] MINORITY_FAMILY = {
        "买买提", "吐尔逊", "艾山", "阿不力孜", "木合塔尔", "赛力克", "哈斯木", "平措", "央金", "罗布", "尔古", "阿木", "托合提", "玉素甫"
    };

    /** The commonest surnames come first. */
    private static final Weights COMMON = Weights.of(SURNAMES.length, i -> 10_000 / (i + 8));

    private PersonNames() {}

    static String draw(Dice dice) {
        if (dice.chance(MINORITY)) {
            return any(MINORITY_GIVEN, dice) + "·" + any(MINORITY_FAMILY, dice);
        }
        boolean compound = dice.chance(COMPOUND);
        String surname = compound ? any(COMPOUNDS, dice) : SURNAMES[COMMON.pick(dice)];
        String given = dice.chance(RARE) ? any(SELDOM, dice) : any(GIVEN, dice);
        return dice.chance(SINGLE) ? surname + given : surname + any(GIVEN, dice) + given;
    }

    private static String any(String[] items, Dice dice) {
        return items[dice.below(items.length)];
    }

    private static String[] characters(String text) {
        return text.codePoints().mapToObj(Character::toString).toArray(String[]::new);
    }
}
