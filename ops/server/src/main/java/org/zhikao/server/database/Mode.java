package org.zhikao.server.database;

/** 运行方式: what a database is for; it remembers, and never opens as another. */
public enum Mode {
    /** 演示: fictional candidates, a virtual clock that may be moved on. */
    DEMONSTRATION,
    /** 正式: real people, the real clock. */
    REAL,
    /** 一次性: made for one command and deleted after it. */
    THROWAWAY
}
