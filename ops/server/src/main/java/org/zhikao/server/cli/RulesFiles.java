package org.zhikao.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.zhikao.admissions.season.rules.SeasonRules;
import org.zhikao.formats.season.LocatedFinding;
import org.zhikao.formats.season.SeasonReading;
import org.zhikao.formats.season.SeasonRulesReader;

/** Rules named on a command line that something is to be computed with, publishable or not. */
final class RulesFiles {
    private RulesFiles() {}

    /** The typed rules, or empty after saying on {@code err} why they cannot be computed with. */
    static Optional<SeasonRules> computable(String file, PrintWriter err) throws IOException {
        Optional<byte[]> bytes = SeasonFiles.read(file);
        if (bytes.isEmpty()) {
            err.println("找不到方案 " + file + " · no such season file");
            return Optional.empty();
        }
        SeasonReading reading = SeasonRulesReader.read(bytes.get());
        List<LocatedFinding> broken = reading.unsound();
        for (LocatedFinding f : broken) {
            err.println(file + ":" + f.line() + " " + f.finding().code() + " "
                    + f.finding().path() + " " + f.finding().message());
        }
        return broken.isEmpty() ? reading.rules() : Optional.empty();
    }

    /** The typed rules of a file that can be read as such, whatever stands in it. */
    static Optional<SeasonRules> readable(String file, PrintWriter err) throws IOException {
        Optional<byte[]> bytes = SeasonFiles.read(file);
        if (bytes.isEmpty()) {
            err.println("找不到方案 " + file + " · no such season file");
            return Optional.empty();
        }
        SeasonReading reading = SeasonRulesReader.read(bytes.get());
        if (reading.rules().isEmpty()) {
            reading.findings()
                    .forEach(f -> err.println(
                            file + ":" + f.line() + " " + f.finding().code() + " "
                                    + f.finding().path() + " " + f.finding().message()));
        }
        return reading.rules();
    }
}
