/** Axon on PostgreSQL: the event store, its serializer, command handling one by one and in batches. */
@NullMarked
package org.zhikao.server.axon;

import org.jspecify.annotations.NullMarked;
