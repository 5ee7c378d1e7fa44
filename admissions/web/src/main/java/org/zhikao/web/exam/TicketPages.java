package org.zhikao.web.exam;

import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhikao.views.dossier.Candidate;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.registration.Cases;
import org.zhikao.web.season.Guides;
import org.zhikao.web.shared.NotFound;

/** 准考证: on screen, printed by the browser, or as a PDF where the server has a font that can draw every name. */
@Controller
class TicketPages {
    private final Cases cases;
    private final Guides guides;
    private final TicketPrinter printer;

    TicketPages(Cases cases, Guides guides, TicketPrinter printer) {
        this.cases = cases;
        this.guides = guides;
        this.printer = printer;
    }

    @GetMapping("/candidate/ticket")
    String ticket(@AuthenticationPrincipal SignedIn me, Model model) {
        Optional<Ticket> ticket = cases.own(me).flatMap(this::ticket);
        model.addAttribute("ticket", ticket.orElse(null));
        model.addAttribute("printable", ticket.filter(printer::canDraw).isPresent());
        return "candidate/ticket";
    }

    @GetMapping("/candidate/ticket.pdf")
    ResponseEntity<byte[]> pdf(@AuthenticationPrincipal SignedIn me, Locale locale) {
        Ticket ticket = cases.own(me).flatMap(this::ticket).orElseThrow(NotFound::new);
        if (!printer.canDraw(ticket)) {
            throw new NotFound();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("zhikao-" + ticket.number() + ".pdf")
                                .build()
                                .toString())
                .body(printer.print(ticket, locale));
    }

    private Optional<Ticket> ticket(Candidate candidate) {
        Candidate.Seating seating = candidate.seating();
        return seating == null || seating.ticketAt() == null
                ? Optional.empty()
                : Optional.of(Ticket.of(
                        candidate, seating.seat(), cases.open(candidate.id()), guides.published(candidate.season())));
    }
}
