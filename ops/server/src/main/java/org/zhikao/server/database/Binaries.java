package org.zhikao.server.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked once from their jar into a cache that all runs on this machine share. */
final class Binaries {
    private final Path home;

    private Binaries(Path home) {
        this.home = home;
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /** Tells these programs from those of another release or machine. */
    String name() {
        return home.getFileName().toString();
    }

    static Binaries unpacked(Map<String, String> environment) throws IOException {
        String archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
        URL url = Binaries.class.getResource("/" + archive);
        if (url == null) {
            throw unsupported();
        }
        Path home = cache(environment).resolve(archive.replace(".txz", "-" + fingerprint(url)));
        if (!Files.isDirectory(home)) {
            unpack(url, home);
        }
        return new Binaries(home);
    }

    static String archive(String system, String architecture) {
        if (system.equals("Linux")) {
            switch (architecture.toLowerCase(Locale.ROOT)) {
                case "amd64", "x86_64":
                    return "postgres-linux-x86_64.txz";
                case "aarch64", "arm64":
                    return "postgres-linux-arm_64.txz";
                default:
                    break;
            }
        }
        throw unsupported();
    }

    private static DatabaseRefused unsupported() {
        return new DatabaseRefused(
                DatabaseRefused.Code.PLATFORM_UNSUPPORTED,
                "The embedded PostgreSQL runs on Linux on amd64 or arm64; elsewhere set ZHIKAO_DB_URL to a server of"
                        + " version 17 or later.");
    }

    /** Root's own cache folder is closed to the account that runs the server, hence the machine's. */
    static Path cache(Map<String, String> environment) throws IOException {
        String chosen = environment.getOrDefault("ZHIKAO_CACHE", "");
        Path folder;
        if (!chosen.isBlank()) {
            folder = Path.of(chosen);
        } else if (Unprivileged.root()) {
            folder = Path.of("/var/cache/zhikao");
        } else {
            String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
            folder = xdg.isBlank()
                    ? Path.of(System.getProperty("user.home"), ".cache", "zhikao")
                    : Path.of(xdg, "zhikao");
        }
        try {
            return Files.createDirectories(folder.toAbsolutePath());
        } catch (FileSystemException e) {
            throw new DatabaseRefused(
                    DatabaseRefused.Code.FOLDER_UNUSABLE,
                    "The folder " + folder + " for unpacked programs cannot be made; name another one in ZHIKAO_CACHE.",
                    e);
        }
    }

    /** Taken from the jar's directory, since reading 15 MB at every start would cost a tenth of a second. */
    private static String fingerprint(URL url) throws IOException {
        if (url.openConnection() instanceof JarURLConnection jar) {
            var entry = jar.getJarEntry();
            return HexFormat.of().toHexDigits((int) entry.getCrc()) + "-" + entry.getSize();
        }
        CRC32 crc = new CRC32();
        long size = 0;
        try (InputStream in = url.openStream()) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                crc.update(buffer, 0, n);
                size += n;
            }
        }
        return HexFormat.of().toHexDigits((int) crc.getValue()) + "-" + size;
    }

    private static void unpack(URL url, Path home) throws IOException {
        Path fresh = Files.createTempDirectory(home.getParent(), home.getFileName() + ".");
        try {
            try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(url.openStream())))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, fresh);
                }
            }
            open(fresh);
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException e) {
            // Another run was faster: its copy is as good as ours.
            if (!Files.isDirectory(home)) {
                throw e;
            }
        } finally {
            Trees.delete(fresh);
        }
    }

    /** Whatever the umask: folders the account without privileges can enter and nobody else can write. */
    private static void open(Path tree) throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.walk(tree)) {
            folders = all.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
        for (Path folder : folders) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("an entry of the archive leaves its folder: " + entry.getName());
        }
        if (entry.getName().endsWith(".a")) {
            return; // for linking only
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else {
            Files.createDirectories(path.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else {
                Files.copy(tar, path);
                boolean program = (entry.getMode() & 0100) != 0;
                Files.setPosixFilePermissions(
                        path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
