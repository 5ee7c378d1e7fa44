package org.zhikao.admissions.scoring.engine;

/**
 * 上线人数 of one minimum of the rules.
 *
 * @param line id of the minimum
 * @param asked candidates for whom it holds; 0 while it is not drawn
 * @param reached those of them with a total who are on the line or over it
 */
public record LineCount(String line, int asked, int reached) {}
