package org.zhikao.web.preference;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhikao.admissions.preference.PreferenceCommand.LockPreferences;
import org.zhikao.admissions.preference.PreferenceCommand.SavePreferences;
import org.zhikao.web.Commands;
import org.zhikao.web.access.Acts;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.shared.Sent;

/** 志愿接口: save the whole list, lock it. */
@RestController
@RequestMapping("/api/v1/me/preferences/{round}")
class PreferenceApi {
    private final Commands commands;
    private final Acts acts;

    PreferenceApi(Commands commands, Acts acts) {
        this.commands = commands;
        this.acts = acts;
    }

    /** Unit codes, best first. */
    record Wishes(List<String> units) {}

    @PutMapping
    ResponseEntity<Sent> save(@AuthenticationPrincipal SignedIn me, @PathVariable int round, @RequestBody Wishes body) {
        return Sent.answer(commands.send(new SavePreferences(me.ownDossier(), round, body.units(), acts.by(me))));
    }

    @PostMapping("/lock")
    ResponseEntity<Sent> lock(@AuthenticationPrincipal SignedIn me, @PathVariable int round) {
        return Sent.answer(commands.send(new LockPreferences(me.ownDossier(), round, acts.by(me))));
    }
}
