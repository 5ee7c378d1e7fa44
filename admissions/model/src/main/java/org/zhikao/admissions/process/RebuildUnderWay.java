package org.zhikao.admissions.process;

/** 正在重建: positions are being refolded from the facts and are not to be read. */
public final class RebuildUnderWay extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RebuildUnderWay() {
        super("positions are being rebuilt from the facts");
    }
}
