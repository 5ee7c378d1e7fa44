package org.zhikao.admissions.season.rules;

import java.math.BigDecimal;

/** 取舍办法: to which step a result is rounded, and how. */
public record Rounding(BigDecimal step, Mode mode) {
    /** 四舍五入, 舍去, 进一. */
    public enum Mode {
        HALF_UP,
        DOWN,
        UP
    }
}
