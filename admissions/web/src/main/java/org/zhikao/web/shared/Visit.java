package org.zhikao.web.shared;

import org.springframework.stereotype.Component;
import org.zhikao.admissions.shared.Command;
import org.zhikao.web.Commands;

/** 提交: sends a command and leads on to a page, which says so when readers still lag behind the fact (处理中). */
@Component
public class Visit {
    private final Commands commands;

    Visit(Commands commands) {
        this.commands = commands;
    }

    /** Redirects after the act, so that a reload repeats nothing. */
    public String sent(Command command, String page) {
        boolean visible = commands.send(command);
        String mark = visible ? "" : (page.contains("?") ? "&" : "?") + "pending";
        return "redirect:" + page + mark;
    }
}
