package org.zhikao.server.axon;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.shared.Command;
import org.zhikao.admissions.shared.Refused;

/** 批量发送: how mass work has its commands carried out. */
public interface CommandSender {
    /**
     * Sends the commands in their order.
     *
     * @return one entry a command: null when it was carried out, the refusal when it was refused
     */
    List<@Nullable Refused> send(List<? extends Command> commands);
}
