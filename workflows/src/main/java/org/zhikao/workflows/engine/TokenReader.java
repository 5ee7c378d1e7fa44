package org.zhikao.workflows.engine;

import org.axonframework.eventhandling.EventMessageHandler;

/** 令牌读者: what is given every fact in its order and moves tokens by it. An application's primary bean replaces the usual one. */
public interface TokenReader extends EventMessageHandler {
    /** Its processing group, to be named by an annotation of the class. */
    String GROUP = "ingress";
}
