@NullMarked
package org.zhikao.audit.ledger;

import org.jspecify.annotations.NullMarked;
