package org.zhikao.seeds;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * 虚构考生群体: candidate {@code i} of {@code n} is a pure function of seed, season, {@code n} and {@code i}.
 *
 * <p>Nothing is stored: a candidate is drawn anew whenever it is asked for, from any thread.
 */
public final class Population {
    private final long key;
    private final int size;
    private final SeasonShape shape;
    private final Habits habits;
    private final Organisations organisations;
    private final CollegePlans plans;
    private final Market[] tracks;
    private final Weights trackWeights;

    private Population(long seed, int size, SeasonShape shape, Habits habits) {
        if (size < 1 || size > IdentityNumbers.MOST) {
            throw new IllegalArgumentException("a season has 1 to 1,000,000 candidates: " + size);
        }
        this.key = Dice.key(Dice.key(seed, 0), shape.season().value());
        this.size = size;
        this.shape = shape;
        this.habits = habits;
        this.organisations = Organisations.of(seed, size);
        this.plans = CollegePlans.of(seed, size, shape, organisations);
        this.tracks = shape.tracks().stream().map(Market::new).toArray(Market[]::new);
        this.trackWeights = Weights.of(tracks.length, i -> shape.tracks().get(i).weight());
    }

    /** A whole province: organisations, plans and {@code size} candidates with the usual habits. */
    public static Population of(long seed, int size, SeasonShape shape) {
        return of(seed, size, shape, Habits.usual());
    }

    public static Population of(long seed, int size, SeasonShape shape, Habits habits) {
        return new Population(seed, size, shape, habits);
    }

    public int size() {
        return size;
    }

    public SeasonShape shape() {
        return shape;
    }

    public Organisations organisations() {
        return organisations;
    }

    public CollegePlans plans() {
        return plans;
    }

    /** Candidate number {@code index}, 0 first. */
    public FictionalCandidate candidate(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return new FictionalCandidate(this, index);
    }

    /** All candidates by number. */
    public Stream<FictionalCandidate> stream() {
        return IntStream.range(0, size).mapToObj(this::candidate);
    }

    long key() {
        return key;
    }

    Habits habits() {
        return habits;
    }

    Market market(Dice dice) {
        return tracks[trackWeights.pick(dice)];
    }

    /** A track with the weights of its categories. */
    record Market(SeasonShape.Track track, Weights categories) {
        Market(SeasonShape.Track track) {
            this(track, Weights.of(track.categories().size(), CollegePlans::categoryWeight));
        }
    }
}
