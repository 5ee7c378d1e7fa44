package org.zhikao.admissions.process;

import java.util.Optional;

/** 已公布的流程图, as the facts have them. */
@FunctionalInterface
public interface PublishedDrawings {
    /** The drawing of this process that was published last; empty when none ever was. */
    Optional<String> newest(String process);
}
