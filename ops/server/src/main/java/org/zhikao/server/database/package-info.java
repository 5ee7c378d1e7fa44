/** The database before anything else: found or started, migrated, and asked what it is for. No Spring here. */
@NullMarked
package org.zhikao.server.database;

import org.jspecify.annotations.NullMarked;
