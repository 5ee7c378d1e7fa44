package org.zhikao.web.access;

import java.util.List;
import org.zhikao.admissions.shared.Role;

/** Port to the accounts of a demonstration; a bean of it exists in demonstration mode only. */
@FunctionalInterface
public interface DemonstrationAccounts {
    /** 演示账号, with the password that is no secret there; {@code what} says what a visitor finds. */
    record Shown(Role role, String login, String password, String what) {}

    List<Shown> shown();
}
