package org.zhikao.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/** Chinese unless the address says {@code lang=en}: no cookie, so that public pages stay cacheable. */
final class Language implements LocaleResolver {
    static final String PARAMETER = "lang";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return of(request);
    }

    static Locale of(HttpServletRequest request) {
        return "en".equals(request.getParameter(PARAMETER)) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language stands in the address");
    }
}
