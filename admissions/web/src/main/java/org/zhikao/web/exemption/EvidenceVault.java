package org.zhikao.web.exemption;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.web.access.SignedIn;

/**
 * Port to the evidence: originals kept sealed under the person's key and named by digest; what anybody sees is a copy made
 * anew from them. Streams both ways, so no file is ever whole in memory.
 */
public interface EvidenceVault {
    /** 材料格式: told from the content. */
    enum Kind {
        PDF("application/pdf"),
        JPEG("image/jpeg"),
        PNG("image/png");

        private final String mediaType;

        Kind(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /** 材料状态. */
    enum State {
        /** 检查中: kept, and no copy yet. */
        CHECKING,
        /** 可查看 */
        READY,
        /** 无法查看: kept, and no copy can be made of it. */
        UNREADABLE
    }

    /**
     * 一份材料.
     *
     * @param digest SHA-256 of the original bytes, 64 hex digits
     * @param shown what the copy is, null without one
     * @param cause why there is no copy, null unless unreadable
     * @param pages of a document, 1 of a picture, 0 while not known
     */
    record Piece(
            String digest,
            Kind kind,
            long bytes,
            State state,
            @Nullable Kind shown,
            @Nullable String cause,
            int pages,
            Instant keptAt) {}

    /** 上传的文件, readable as often as needed. */
    interface Incoming {
        long size();

        InputStream open() throws IOException;
    }

    /** 查阅记录. */
    record Reading(String digest, String actor, String role, Instant at) {}

    /**
     * Keeps the file durably and answers what is known of it; the same file again is the same piece.
     *
     * @throws org.zhikao.web.shared.Unusable when it is none that is taken, and then nothing of it is kept
     */
    Piece keep(CandidateId candidate, Incoming file) throws IOException;

    /** All pieces of a person by digest. */
    Map<String, Piece> of(CandidateId candidate);

    /** The copy for a reader, who is recorded before the first byte leaves; empty without a copy or for an erased person. */
    Optional<Copy> copy(CandidateId candidate, String digest, SignedIn reader);

    /** Who has read copies of the person's pieces, newest first. */
    List<Reading> readings(CandidateId candidate);

    /** False while no malware scanner is connected, which pages say. */
    boolean scanned();

    /** 查看件. */
    interface Copy {
        Kind kind();

        long bytes();

        void writeTo(OutputStream out) throws IOException;
    }
}
