package org.zhikao.server.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * One value over all migrations this release brings. A database that was last brought up to exactly this value needs no
 * migration tool at all, which saves two of the first seconds of every start.
 */
final class SchemaFingerprint {
    private static final String OURS = "/db/changelog.xml";
    private static final String ENGINE = "/org/camunda/bpm/engine/db/liquibase/camunda-changelog.xml";

    private SchemaFingerprint() {}

    static String ofThisRelease() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        for (String changelog : List.of(OURS, ENGINE)) {
            URL url = SchemaFingerprint.class.getResource(changelog);
            if (url == null) {
                throw new IOException("not on the class path: " + changelog);
            }
            if (url.openConnection() instanceof JarURLConnection jar) {
                jar.setUseCaches(false);
                files.putAll(inJar(jar));
            } else {
                files.putAll(inFolder(url));
            }
        }
        return HexFormat.of().formatHex(sha256().digest(files.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static SortedMap<String, String> inJar(JarURLConnection connection) throws IOException {
        String changelog = connection.getEntryName();
        String folder = changelog.substring(0, changelog.lastIndexOf('/') + 1);
        SortedMap<String, String> files = new TreeMap<>();
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                if (entry.getName().startsWith(folder) && !entry.isDirectory()) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        files.put(entry.getName(), digest(in.readAllBytes()));
                    }
                }
            }
        }
        return files;
    }

    private static SortedMap<String, String> inFolder(URL changelog) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try {
            Path folder = Path.of(changelog.toURI()).getParent();
            if (folder == null) {
                throw new IOException("no folder holds " + changelog);
            }
            List<Path> all;
            try (Stream<Path> tree = Files.walk(folder)) {
                all = tree.filter(Files::isRegularFile).toList();
            }
            for (Path file : all) {
                files.put("db/" + folder.relativize(file), digest(Files.readAllBytes(file)));
            }
            return files;
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static String digest(byte[] content) {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
