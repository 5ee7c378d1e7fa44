package org.zhikao.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.admissions.shared.Role;
import org.zhikao.server.database.Database;
import org.zhikao.server.database.DatabasePlace;
import org.zhikao.server.database.Mode;
import org.zhikao.server.security.Accounts;
import org.zhikao.server.security.OfflineAccounts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Invites members of staff, the first two officers among them, by single-use activation codes. */
@Command(name = "account", description = "建立工作人员账号,打印一次性激活码(48 小时内有效)", mixinStandardHelpOptions = true)
public final class AccountCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--data", defaultValue = "data", description = "数据目录(默认 ${DEFAULT-VALUE})")
    private Path data = Path.of("data");

    @Option(
            names = "--role",
            defaultValue = "EXAM_OFFICE",
            description = "角色:EXAM_OFFICE, REGISTRATION_POINT, REVIEWER, COLLEGE, AUDITOR(默认 ${DEFAULT-VALUE})")
    private Role role = Role.EXAM_OFFICE;

    @Option(names = "--organisation", required = true, description = "机构路径,例如 37 或 37/3701/370102")
    private String organisation = "";

    @Parameters(arity = "1..*", paramLabel = "LOGIN", description = "账号名,小写字母、数字和连字符;首次应建立两名考试院人员")
    private String[] logins = {};

    @Override
    public Integer call() throws IOException {
        CommandSpec own = Objects.requireNonNull(spec, "filled in by the command line");
        PrintWriter out = own.commandLine().getOut();
        PrintWriter err = own.commandLine().getErr();
        if (role == Role.CANDIDATE || role == Role.SYSTEM) {
            err.println("考生账号由报名点发放;SYSTEM 不是账号。");
            return 2;
        }
        for (String login : logins) {
            if (!login.matches("[a-z][a-z0-9-]{2,31}")) {
                err.println("账号名应为 3 到 32 个小写字母、数字或连字符,以字母开头:" + login);
                return 2;
            }
        }
        OrganisationId node = new OrganisationId(organisation);
        try (Database database = Database.open(DatabasePlace.of(System.getenv(), data), Mode.REAL)) {
            Accounts accounts = OfflineAccounts.over(database, data);
            for (String login : logins) {
                try {
                    Accounts.StaffCode code = accounts.inviteStaff(role, node, login);
                    out.println(code.login() + "\t" + code.code() + "\t" + code.until());
                } catch (DuplicateKeyException e) {
                    err.println("账号已存在:" + login);
                    return 1;
                }
            }
        }
        return 0;
    }
}
