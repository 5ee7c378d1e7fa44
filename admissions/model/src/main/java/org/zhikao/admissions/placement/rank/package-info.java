/**
 * 投档 (filing): pure functions from merit order, wishes and seats to places; no clock, no randomness, no I/O.
 *
 * <p>Everything is flat arrays indexed by candidate and unit. Arrays handed in are not copied (a market may hold a hundred
 * million wishes): who hands one over no longer writes to it.
 */
@NullMarked
package org.zhikao.admissions.placement.rank;

import org.jspecify.annotations.NullMarked;
