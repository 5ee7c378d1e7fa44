package org.zhikao.formats.season;

import org.zhikao.admissions.season.rules.Finding;

/** A finding with the line of the file it speaks of; line 1 where only the whole file can be meant. */
public record LocatedFinding(int line, Finding finding) {
    static LocatedFinding hard(int line, String path, String code, String message) {
        return new LocatedFinding(line, Finding.hard(path, code, message));
    }
}
