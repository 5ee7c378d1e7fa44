package org.zhikao.server.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.zhikao.server.database.Database;
import org.zhikao.server.ledger.FactsFile;
import org.zhikao.server.ledger.FactsUnavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code zhikao facts --out FILE}: every stored fact as one JSON line, particulars sealed as they are stored. */
@Command(name = "facts", mixinStandardHelpOptions = true, description = "把数据目录中的全部事实按存储原样写成 JSON 行文件(个人信息保持密封)")
public final class FactsCommand implements Callable<Integer> {
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "写入的文件,不覆盖已有文件")
    private Path file = Path.of("");

    @Option(names = "--data", defaultValue = "data", description = "数据目录(默认 ${DEFAULT-VALUE});或设置 ZHIKAO_DB_URL")
    private Path data = Path.of("data");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (Files.exists(file)) {
            err.println("文件已存在,不覆盖:" + file + " · the file exists");
            return 2;
        }
        Optional<Database> opened = FactsDatabase.open(data);
        if (opened.isEmpty()) {
            err.println("目录 " + data + " 中没有数据库 · no database here");
            return 2;
        }
        try (Database database = opened.get()) {
            out.println("facts " + FactsFile.write(database.application().unhurried(), file));
            out.flush();
            return 0;
        } catch (FactsUnavailable | SQLException e) {
            err.println("事实无法读取:" + e.getMessage());
            return 2;
        }
    }
}
