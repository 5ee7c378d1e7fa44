/** 虚拟省份: fictional organisations, plans, candidates and their conduct, from one seed number, the same bytes everywhere. */
@NullMarked
package org.zhikao.seeds;

import org.jspecify.annotations.NullMarked;
