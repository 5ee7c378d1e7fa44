package org.zhikao.server.security;

import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.zhikao.web.access.Paused;
import org.zhikao.web.access.SignedIn;

/** 登录校验: pause, password, then the account with its one role. */
final class AccountProvider implements AuthenticationProvider {
    private final Accounts accounts;
    private final Pauses pauses;

    AccountProvider(Accounts accounts, Pauses pauses) {
        this.accounts = accounts;
        this.pauses = pauses;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String login = asked.getName().strip();
        String origin = asked.getDetails() instanceof WebAuthenticationDetails from ? from.getRemoteAddress() : "";
        if (pauses.paused(login, origin)) {
            throw new Paused();
        }
        Optional<SignedIn> account = accounts.authenticate(login, String.valueOf(asked.getCredentials()));
        if (account.isEmpty()) {
            pauses.failed(login, origin);
            throw new BadCredentialsException("login or password is wrong");
        }
        pauses.succeeded(login, origin);
        UsernamePasswordAuthenticationToken known = UsernamePasswordAuthenticationToken.authenticated(
                account.get(),
                null,
                List.of(new SimpleGrantedAuthority(account.get().authority())));
        known.setDetails(asked.getDetails());
        return known;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
