package org.zhikao.audit.properties;

/** 同分处理: how the published rules say that a tied group meets the last seat. */
public enum TieReading {
    /** 位次互不相同: no two candidates share a rank. */
    STRICT,
    /** 全部投档: admitted together, over quota if need be (L). */
    TOGETHER_IN,
    /** 全部不投: refused together, seats may stay empty (H). */
    TOGETHER_OUT
}
