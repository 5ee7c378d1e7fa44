package org.zhikao.seeds;

import java.util.ArrayList;
import java.util.List;
import org.zhikao.admissions.shared.OrganisationId;
import org.zhikao.seeds.Organisation.Kind;

/**
 * 机构树 of the fictional province: cities, counties, schools and colleges, as many as its candidates fill.
 *
 * <p>Area codes are of the unused series 99, which GB/T 2260 gives to no province.
 */
public final class Organisations {
    /** 省级代码 of every fictional province. */
    public static final String PROVINCE = "99";

    private static final int STREAM = 101;

    private final List<Organisation> all;
    private final List<Organisation> cities;
    private final List<Organisation> counties;
    private final List<Organisation> schools;
    private final List<Organisation> colleges;
    private final Weights schoolSizes;

    private Organisations(List<Organisation> all, Weights schoolSizes) {
        this.all = List.copyOf(all);
        this.cities = of(all, Kind.CITY);
        this.counties = of(all, Kind.COUNTY);
        this.schools = all.stream().filter(o -> o.kind().school()).toList();
        this.colleges = of(all, Kind.COLLEGE);
        this.schoolSizes = schoolSizes;
    }

    private static List<Organisation> of(List<Organisation> all, Kind kind) {
        return all.stream().filter(o -> o.kind() == kind).toList();
    }

    /**
     * The province of {@code seed} that is large enough for {@code candidates}: 4 cities and 24 schools for a few thousand,
     * 16 cities and about 640 schools for 300,000.
     */
    public static Organisations of(long seed, int candidates) {
        Dice dice = Dice.of(seed, STREAM);
        int cityCount = between(4, candidates / 15_000, 16);
        int countyCount = between(3, candidates / 30_000, 8);
        int schoolCount = between(2, candidates / (cityCount * countyCount * 400), 7);
        int collegeCount = between(12, candidates / 2_800, 7 * cityCount);
        PlaceNames names = new PlaceNames(dice);

        List<Organisation> all = new ArrayList<>();
        all.add(new Organisation(new OrganisationId(PROVINCE), Kind.PROVINCE, "演示省"));
        List<String> cityNames = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (int c = 1; c <= cityCount; c++) {
            String city = names.place();
            cityNames.add(city);
            String cityCode = PROVINCE + digits(c, 2);
            OrganisationId cityId = new OrganisationId(PROVINCE + "/" + cityCode);
            all.add(new Organisation(cityId, Kind.CITY, city + "市"));
            for (int d = 1; d <= countyCount; d++) {
                String county = names.place();
                OrganisationId countyId = new OrganisationId(cityId + "/" + cityCode + digits(d, 2));
                all.add(new Organisation(countyId, Kind.COUNTY, county + (d == 1 ? "区" : "县")));
                // The last school of a county is a technical one.
                for (int s = 1; s <= schoolCount; s++) {
                    boolean technical = s == schoolCount;
                    sizes.add(60 + dice.below(120));
                    all.add(new Organisation(
                            new OrganisationId(countyId + "/s" + digits(sizes.size(), 4)),
                            technical ? Kind.TECHNICAL_SCHOOL : Kind.VOCATIONAL_SCHOOL,
                            technical ? names.technicalSchool(county) : names.vocationalSchool(county, s)));
                }
            }
        }
        for (int u = 1; u <= collegeCount; u++) {
            String city = cityNames.get((u - 1) % cityCount);
            all.add(new Organisation(
                    new OrganisationId(PROVINCE + "/u" + digits(u, 4)),
                    Kind.COLLEGE,
                    names.college(city, (u - 1) / cityCount)));
        }
        return new Organisations(all, Weights.of(sizes.size(), sizes::get));
    }

    private static int between(int least, int wanted, int most) {
        return Math.max(least, Math.min(most, wanted));
    }

    static String digits(int number, int width) {
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, width - text.length())) + text;
    }

    /** Every node, a parent before what stands below it. */
    public List<Organisation> all() {
        return all;
    }

    public Organisation province() {
        return all.get(0);
    }

    public List<Organisation> cities() {
        return cities;
    }

    /** The counties: where candidates who attend no school register. */
    public List<Organisation> counties() {
        return counties;
    }

    /** The schools: where pupils register. */
    public List<Organisation> schools() {
        return schools;
    }

    public List<Organisation> colleges() {
        return colleges;
    }

    Organisation school(Dice dice) {
        return schools.get(schoolSizes.pick(dice));
    }

    Organisation county(Dice dice) {
        return counties.get(dice.below(counties.size()));
    }
}
