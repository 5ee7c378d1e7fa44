/** 账本: gives every committed fact its place in the log and signs how far the log has come; plain JDBC, no Spring. */
@NullMarked
package org.zhikao.server.ledger;

import org.jspecify.annotations.NullMarked;
