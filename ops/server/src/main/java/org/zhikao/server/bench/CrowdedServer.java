package org.zhikao.server.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.catalina.Context;
import org.apache.catalina.Manager;
import org.apache.catalina.Session;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.util.FileSystemUtils;
import org.zhikao.server.Starting;
import org.zhikao.server.database.Database;
import org.zhikao.web.access.SignedIn;
import org.zhikao.workflows.engine.EngineSettings;

/**
 * The whole application on a free loopback port, with as many people signed in as a province has: their sessions are made
 * beside the password check, as it leaves them, since hashing 300,000 passwords would take hours. Every request then passes
 * the full chain.
 */
final class CrowdedServer implements AutoCloseable {
    private final ServletWebServerApplicationContext context;
    private final Manager sessions;
    private final SessionRegistry registry;
    private final Path folder;

    private CrowdedServer(ConfigurableApplicationContext context, Path folder) {
        this.context = (ServletWebServerApplicationContext) context;
        this.folder = folder;
        TomcatWebServer server = (TomcatWebServer) this.context.getWebServer();
        sessions = ((Context) server.getTomcat().getHost().findChildren()[0]).getManager();
        registry = context.getBean(SessionRegistry.class);
    }

    static CrowdedServer start(Database database, Clock clock) throws IOException {
        Path folder = Files.createTempDirectory("zhikao-load");
        // Deadlines rest: those of facts that were written at once would all come due in the middle of the measurement.
        return new CrowdedServer(
                Starting.server(
                        database,
                        clock,
                        folder,
                        0,
                        generic -> generic.registerBean(EngineSettings.class, EngineSettings.DEFAULT::withoutJobs)),
                folder);
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    /** Signs somebody in; the answer is what the cookie holds. */
    String session(SignedIn who) {
        Session session = sessions.createSession(null);
        session.getSession()
                .setAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                        new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                                who, null, List.of(new SimpleGrantedAuthority(who.authority())))));
        registry.registerNewSession(session.getId(), who);
        return session.getId();
    }

    /** Begins to visit; the answer waits for the end. */
    Supplier<Load.Report> visit(String visits, int connections, double rate, double seconds, List<String> visitors)
            throws IOException {
        Path file = Files.createTempFile(folder, "visitors", ".txt");
        Files.write(file, visitors, StandardCharsets.UTF_8);
        return Load.begin(
                new Load.Order(context.getWebServer().getPort(), visits, connections, rate, seconds, file.toString()),
                folder);
    }

    /** CPU seconds of this process so far. */
    static double cpuSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    /** CPU seconds of the database so far, whose processes descend from this one. */
    static double databaseSeconds() {
        return ProcessHandle.current()
                .descendants()
                .map(process -> process.info().totalCpuDuration())
                .flatMap(Optional::stream)
                .mapToDouble(time -> time.toNanos() / 1e9)
                .sum();
    }

    @Override
    public void close() throws IOException {
        context.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
