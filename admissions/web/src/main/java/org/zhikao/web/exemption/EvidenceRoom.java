package org.zhikao.web.exemption;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.zhikao.admissions.shared.CandidateId;
import org.zhikao.web.access.SignedIn;
import org.zhikao.web.shared.NotFound;
import org.zhikao.web.shared.Unusable;

/** 材料收发: the door of the vault. What kind of file it is says its content; its name is looked at and forgotten. */
@Component
class EvidenceRoom {
    /** Path parts, control characters and whatever turns the direction of writing: names made to mislead. */
    private static final Pattern MISLEADING =
            Pattern.compile("[\\\\/:\\p{Cc}\\u061C\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]|^\\.\\.?$");

    private final EvidenceVault vault;

    EvidenceRoom(EvidenceVault vault) {
        this.vault = vault;
    }

    /** Keeps the file. */
    EvidenceVault.Piece accept(CandidateId candidate, MultipartFile file) throws IOException {
        String name = file.getOriginalFilename();
        if (name != null && MISLEADING.matcher(name).find()) {
            throw new Unusable("FILE_NAME");
        }
        return vault.keep(candidate, new EvidenceVault.Incoming() {
            @Override
            public long size() {
                return file.getSize();
            }

            @Override
            public InputStream open() throws IOException {
                return file.getInputStream();
            }
        });
    }

    /** Writes the copy of a piece as a picture or a document, whatever else a browser would make of it. */
    void show(CandidateId candidate, @Nullable String digest, SignedIn reader, HttpServletResponse response)
            throws IOException {
        EvidenceVault.Copy copy =
                vault.copy(candidate, String.valueOf(digest), reader).orElseThrow(NotFound::new);
        response.setContentType(copy.kind().mediaType());
        response.setContentLengthLong(copy.bytes());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Content-Type-Options", "nosniff");
        // A frame of our own page may hold it. Browsers show no document in a sandbox; its scripts are gone already.
        response.setHeader(
                "Content-Security-Policy",
                copy.kind() == EvidenceVault.Kind.PDF
                        ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
                        : "default-src 'none'; frame-ancestors 'self'; sandbox");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.inline()
                        .filename(String.valueOf(digest).substring(0, 12))
                        .build()
                        .toString());
        copy.writeTo(response.getOutputStream());
    }
}
