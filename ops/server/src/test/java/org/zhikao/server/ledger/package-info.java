@NullMarked
package org.zhikao.server.ledger;

import org.jspecify.annotations.NullMarked;
