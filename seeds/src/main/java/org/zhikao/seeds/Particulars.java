package org.zhikao.seeds;

/**
 * 个人信息 of a fictional candidate, to be sealed before it enters a command.
 *
 * @param name 姓名, two code points or more, Han characters and U+00B7 only, in NFC
 * @param identityNumber 公民身份号码: 18 characters, valid date and check character, of the unused area series 99
 * @param phone 手机号 of segment 164, which the table of network numbers of March 2023 gives to no carrier
 */
public record Particulars(String name, String identityNumber, String phone) {}
