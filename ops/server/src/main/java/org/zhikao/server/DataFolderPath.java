package org.zhikao.server;

import java.nio.file.Path;

/** The data folder: beside an embedded database's files it holds the master key, which never enters a database. */
public record DataFolderPath(Path path) {}
