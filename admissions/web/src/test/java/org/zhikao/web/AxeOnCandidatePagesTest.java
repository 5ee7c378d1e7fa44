package org.zhikao.web;

/** The candidates' pages and the public ones, on a phone. */
class AxeOnCandidatePagesTest extends AxeOnPages {
    AxeOnCandidatePagesTest() {
        super(true);
    }
}
