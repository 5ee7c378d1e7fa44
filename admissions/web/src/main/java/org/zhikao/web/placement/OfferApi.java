package org.zhikao.web.placement;

import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.zhikao.admissions.placement.PlacementCommand.ConfirmOffer;
import org.zhikao.admissions.placement.PlacementCommand.DeclineOffer;
import org.zhikao.web.Commands;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.shared.Sent;

/** 录取答复接口. */
@RestController
class OfferApi {
    private final Commands commands;
    private final Acts acts;

    OfferApi(Commands commands, Acts acts) {
        this.commands = commands;
        this.acts = acts;
    }

    record Answer(Verb verb) {
        enum Verb {
            CONFIRM,
            DECLINE
        }
    }

    @PostMapping("/api/v1/me/offer/answer")
    ResponseEntity<Sent> answer(@AuthenticationPrincipal SignedIn me, @RequestBody Answer body) {
        return Sent.answer(commands.send(
                switch (body.verb()) {
                    case CONFIRM -> new ConfirmOffer(me.ownDossier(), acts.by(me));
                    case DECLINE -> new DeclineOffer(me.ownDossier(), acts.by(me));
                }));
    }
}
