/** 防篡改账本: an RFC 6962 tree over stored facts, its checkpoints as signed notes, and the check that finds what was touched. */
@NullMarked
package org.zhikao.audit.ledger;

import org.jspecify.annotations.NullMarked;
