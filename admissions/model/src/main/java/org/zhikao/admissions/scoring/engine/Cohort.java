package org.zhikao.admissions.scoring.engine;

import java.util.Collection;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.zhikao.admissions.season.rules.Exemption;

/**
 * 考生成绩集: candidates by index, as flat columns. Marks are {@code long} in units of 1/scale of the season; a graded
 * component takes the grade's index instead. Made by {@link ScoreEngine#cohort(int)}; filled by one thread.
 */
public final class Cohort {
    final int size;
    /** By column ({@code program.firstColumn[component] + sitting}), then candidate. */
    final long[][] marks;

    final byte[][] statuses;
    final short[] kinds;
    final short[] categories;
    final long[] facts;
    private final Program program;
    long @Nullable [] bonus;
    long @Nullable [] random;

    Cohort(Program program, int size) {
        this.program = program;
        this.size = size;
        marks = new long[program.columns][size];
        statuses = new byte[program.columns][size];
        kinds = new short[size];
        categories = new short[size];
        facts = new long[size];
    }

    public int size() {
        return size;
    }

    /** Records an entered mark in units of 1/scale, first sitting. */
    public void mark(int candidate, int component, long units) {
        mark(candidate, component, 0, units);
    }

    public void mark(int candidate, int component, int sitting, long units) {
        int column = program.column(component, sitting);
        marks[column][candidate] = units;
        statuses[column][candidate] = MarkStatus.MARKED.code();
    }

    /** Records a grade of a graded component; {@link IllegalArgumentException} for a grade the rules do not know. */
    public void grade(int candidate, int component, int sitting, String grade) {
        mark(candidate, component, sitting, program.gradeIndex(component, grade));
    }

    /** Records absence, zero or misconduct. */
    public void status(int candidate, int component, int sitting, MarkStatus status) {
        int column = program.column(component, sitting);
        marks[column][candidate] = 0;
        statuses[column][candidate] = status.code();
    }

    /**
     * The sitting to record a mark under that was earned in {@code year}, or empty when marks of that year no longer count;
     * {@link #expired} then says so.
     *
     * @param number the sitting of its year, from 1
     */
    public OptionalInt sitting(int component, int year, int number) {
        int sitting = program.sitting(component, year, number);
        return sitting < 0 ? OptionalInt.empty() : OptionalInt.of(sitting);
    }

    /** Notes that a mark is on record that no longer counts; any mark or status that counts hides it. */
    public void expired(int candidate, int component) {
        int column = program.column(component, 0);
        if (statuses[column][candidate] == MarkStatus.NOT_MARKED.code()) {
            statuses[column][candidate] = MarkStatus.EXPIRED.code();
        }
    }

    /** Sets kind and exam category; one that the track does not mention is no error and satisfies no condition on it. */
    public void candidate(int candidate, String kind, String category) {
        kinds[candidate] = (short) program.words.kind(kind);
        categories[candidate] = (short) program.words.category(category);
    }

    /** Adds facts on record ({@code prize:…}, {@code certificate:…}, {@code ground:…}, {@code flag:…}, {@code step:…}). */
    public void facts(int candidate, Collection<String> names) {
        facts[candidate] |= program.words.mask(names);
    }

    /** A ground whose review is finished: what {@link Exemption#onRecord} says of every exemption that rests on it holds. */
    public void approved(int candidate, String ground) {
        facts[candidate] |= program.recorded(ground);
    }

    /** Policy bonus as approved, in units of 1/scale. */
    public void bonus(int candidate, long units) {
        if (bonus == null) {
            bonus = new long[size];
        }
        bonus[candidate] = units;
    }

    /** The published random number of the candidate. */
    public void random(int candidate, long number) {
        if (random == null) {
            random = new long[size];
        }
        random[candidate] = number;
    }

    int profile(int i) {
        return kinds[i] * program.categoryCount + categories[i];
    }

    long bonusOf(int i) {
        return bonus == null ? 0 : bonus[i];
    }
}
