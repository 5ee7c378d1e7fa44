package org.zhikao.web.access;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.zhikao.admissions.shared.Role;
import org.zhikao.web.access.Routes.Route;

/** The chain every request passes: what is not in {@link Routes} is refused, scripts come from our own files only. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class AccessConfiguration {
    /** No inline script or style anywhere; a test reads every page for them. */
    static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final int STAFF_SESSIONS = 2;
    private static final int CANDIDATE_SESSIONS = 3;

    @Bean
    SessionRegistry sessions() {
        return new SessionRegistryImpl();
    }

    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            AuthenticationProvider accounts,
            SessionRegistry sessions,
            Kept kept,
            SignInAnswers answers)
            throws Exception {
        return http.authorizeHttpRequests(AccessConfiguration::reach)
                .authenticationProvider(accounts)
                // No address is remembered before sign-in: everybody starts at the desk of the role.
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .formLogin(form -> form.loginPage("/sign-in")
                        .loginProcessingUrl("/sign-in")
                        .usernameParameter("login")
                        .successHandler(answers)
                        .failureHandler(answers)
                        .permitAll())
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessHandler(answers))
                // Addresses are rewritten to carry language and type size on; sessions are tracked by cookie alone
                // (WebSettings).
                .sessionManagement(session -> session.enableSessionUrlRewriting(true)
                        .sessionFixation(fixation -> fixation.changeSessionId())
                        .sessionConcurrency(many -> many.maximumSessions(AccessConfiguration::sessionsOf)
                                .sessionRegistry(sessions)
                                .expiredSessionStrategy(kept)))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(kept).accessDeniedHandler(kept))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(coop -> coop.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(corp -> corp.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=()")))
                .build();
    }

    private static void reach(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        // The error page itself must be reachable from wherever the error was.
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll();
        for (Route route : Routes.ALL) {
            var at = requests.requestMatchers(route.pattern());
            switch (route.reach()) {
                case PUBLIC -> at.permitAll();
                case SIGNED_IN -> at.authenticated();
                case ROLES ->
                    at.hasAnyRole(route.roles().stream().map(Role::name).toArray(String[]::new));
            }
        }
        requests.anyRequest().denyAll();
    }

    /** One account signed in in too many places loses the oldest sign-in. */
    private static Integer sessionsOf(Authentication who) {
        return who.getPrincipal() instanceof SignedIn account && account.role() == Role.CANDIDATE
                ? CANDIDATE_SESSIONS
                : STAFF_SESSIONS;
    }
}
