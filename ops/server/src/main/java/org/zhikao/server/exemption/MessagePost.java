package org.zhikao.server.exemption;

import java.io.IOException;

/** 短信与邮件: a port to what sends them. A message says that there is news and never what, nor about whom. */
public interface MessagePost {
    /** 渠道. */
    enum Channel {
        SMS,
        MAIL
    }

    /**
     * @param id the same for the same message however often it is tried
     * @param account whom to tell; the sender's own directory knows the number or address
     */
    record Message(String id, Channel channel, String account, String text) {}

    /** @throws IOException when it was not taken; it is tried again */
    void send(Message message) throws IOException;
}
