package org.zhikao.server.exemption;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** 消息文件: one file a message, for a gateway that picks files up; written aside first, so that none is read half done. */
final class FileMessages implements MessagePost {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    FileMessages(Path folder) {
        this.folder = folder;
    }

    @Override
    public void send(Message message) throws IOException {
        Path into = folder.resolve(message.channel().name().toLowerCase(Locale.ROOT));
        Files.createDirectories(into);
        Path aside = into.resolve(message.id() + ".part");
        JSON.writeValue(aside.toFile(), message);
        Files.move(
                aside,
                into.resolve(message.id() + ".json"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }
}
