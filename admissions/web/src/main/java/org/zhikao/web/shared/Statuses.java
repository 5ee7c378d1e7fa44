package org.zhikao.web.shared;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.zhikao.views.status.StatusCatalogue;
import org.zhikao.views.status.StatusCatalogue.Subject;
import org.zhikao.views.status.StatusEntry;

/** Names of statuses in the reader's language, from the one catalogue. */
@Component("statuses")
public class Statuses {
    private final StatusCatalogue catalogue;

    Statuses(StatusCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    public String candidate(Enum<?> status, Locale locale) {
        return named(catalogue.entry(Subject.CANDIDATE, status), locale);
    }

    public String claim(Enum<?> stage, Locale locale) {
        return named(catalogue.entry(Subject.CLAIM, stage), locale);
    }

    public String run(Enum<?> stage, Locale locale) {
        return named(catalogue.entry(Subject.RUN, stage), locale);
    }

    private static String named(StatusEntry entry, Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? entry.en() : entry.zh();
    }
}
