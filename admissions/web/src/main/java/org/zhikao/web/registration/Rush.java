package org.zhikao.web.registration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * 报名高峰: more people apply at once than are served in good time, as on the last day. Who comes to begin is asked to come back
 * first; who has filled in everything is let through as long as anybody is. Nobody waits in a queue that might be lost, and what
 * was accepted is a fact already.
 */
@Component
public class Rush implements HandlerInterceptor, WebMvcConfigurer {
    /** The addresses counted together. */
    private static final String[] PATHS = {"/candidate/apply", "/candidate/apply/check", "/api/v1/me/application"};

    private static final int SOONEST = 15;
    private static final int LATEST = 45;

    private final AtomicInteger within = new AtomicInteger();
    private final int beginning;
    private final int sending;

    @Autowired
    Rush() {
        this(Runtime.getRuntime().availableProcessors());
    }

    /** By cores: what is worked on at once beyond this only makes everybody slower. */
    Rush(int cores) {
        beginning = 12 * cores;
        sending = 48 * cores;
    }

    /** 请稍后再来: nothing was accepted. {@code seconds}: how long to wait, spread so that not all come back together. */
    public static final class Crowded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int seconds;

        Crowded(int seconds) {
            super("more applications at once than are served in good time", null, false, false);
            this.seconds = seconds;
        }

        public int seconds() {
            return seconds;
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(PATHS);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        int most = request.getMethod().equals("POST") ? sending : beginning;
        if (within.incrementAndGet() > most) {
            within.decrementAndGet();
            throw new Crowded(ThreadLocalRandom.current().nextInt(SOONEST, LATEST));
        }
        return true;
    }

    /** Called for whom {@link #preHandle} let in, however it ended. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        within.decrementAndGet();
    }
}
