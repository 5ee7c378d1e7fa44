package org.zhikao.web;

/** The pages of all desks, on a desktop. */
class AxeOnDeskPagesTest extends AxeOnPages {
    AxeOnDeskPagesTest() {
        super(false);
    }
}
