package org.zhikao.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The account that runs the server: ourselves, or, started as root, an account without privileges, since PostgreSQL
 * refuses root.
 *
 * @param command what stands before the server's command line
 */
record Unprivileged(int uid, int gid, boolean dropped, List<String> command) {
    private static final Path SELF = Path.of("/proc/self");
    private static final Path ACCOUNTS = Path.of("/etc/passwd");
    /** In this order; the last one exists on every Linux. */
    private static final List<String> CANDIDATES = List.of("zhikao", "postgres", "nobody");

    private static final List<Path> TOOL_FOLDERS =
            List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/sbin"), Path.of("/sbin"));

    /**
     * @param cluster data of an earlier run, whose owner is kept, or where they will lie
     */
    static Unprivileged forData(Path cluster) throws IOException {
        int self = uidOf(SELF);
        boolean exists = Files.exists(cluster);
        if (self != 0) {
            if (exists && uidOf(cluster) != self) {
                throw new DatabaseRefused(
                        DatabaseRefused.Code.FOLDER_OF_ANOTHER_USER,
                        "The data in " + cluster + " belong to another user; start as that user or choose another"
                                + " folder with --data.");
            }
            return new Unprivileged(self, gidOf(SELF), false, ownSession());
        }
        int uid;
        int gid;
        if (exists && uidOf(cluster) != 0) {
            uid = uidOf(cluster);
            gid = gidOf(cluster);
        } else {
            int[] account =
                    account().orElseThrow(() -> refused("there is no account zhikao, postgres or nobody to run it as"));
            uid = account[0];
            gid = account[1];
        }
        Path setpriv = tool("setpriv").orElseThrow(() -> refused("the tool setpriv (package util-linux) is missing"));
        List<String> drop = new ArrayList<>(ownSession());
        drop.addAll(List.of(setpriv.toString(), "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--"));
        return new Unprivileged(uid, gid, true, List.copyOf(drop));
    }

    /** Gives {@code path} to this account. */
    void own(Path path) throws IOException {
        if (dropped) {
            Files.setAttribute(path, "unix:uid", uid);
            Files.setAttribute(path, "unix:gid", gid);
        }
    }

    /** A session of its own: Ctrl-C on the terminal must reach the application only, which then stops the server. */
    private static List<String> ownSession() {
        return tool("setsid").map(path -> List.of(path.toString())).orElse(List.of());
    }

    private static DatabaseRefused refused(String why) {
        return new DatabaseRefused(
                DatabaseRefused.Code.NO_UNPRIVILEGED_ACCOUNT,
                "PostgreSQL does not run as root and " + why + "; start as an ordinary user or set ZHIKAO_DB_URL.");
    }

    private static Optional<int[]> account() throws IOException {
        List<String> lines = Files.readAllLines(ACCOUNTS);
        for (String name : CANDIDATES) {
            for (String line : lines) {
                String[] field = line.split(":", -1);
                if (field.length > 3 && field[0].equals(name)) {
                    return Optional.of(new int[] {Integer.parseInt(field[2]), Integer.parseInt(field[3])});
                }
            }
        }
        return Optional.empty();
    }

    static Optional<Path> tool(String name) {
        return TOOL_FOLDERS.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static boolean root() throws IOException {
        return uidOf(SELF) == 0;
    }

    private static int uidOf(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }

    private static int gidOf(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:gid");
    }
}
