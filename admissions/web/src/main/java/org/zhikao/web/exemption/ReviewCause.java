package org.zhikao.web.exemption;

/** 审核理由, as the form lists them: what is chosen stands before what is written, in the words of the record. */
enum ReviewCause {
    GENUINE("材料齐全，与名册相符，符合条件"),
    COMPLETE("材料齐全，经核查符合条件"),
    MISSING("材料不全，请补充"),
    UNREADABLE("材料不清晰，请重新上传"),
    NOT_LISTED("名册中查无此项"),
    OTHER_LEVEL("奖项或证书的级别不符合条件"),
    OTHER_PERSON("材料与本人身份不一致"),
    OTHER_CATEGORY("与报考的专业类别不相关"),
    EXPIRED("材料已过有效期");

    private final String words;

    ReviewCause(String words) {
        this.words = words;
    }

    /** The record is kept in the language of the office, whatever language the page was read in. */
    String with(String more) {
        return more.isBlank() ? words : words + "；" + more.strip();
    }
}
