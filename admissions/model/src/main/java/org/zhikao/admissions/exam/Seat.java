package org.zhikao.admissions.exam;

/**
 * 座位.
 *
 * @param ticket 准考证号, unique in the season, built from the season's number template
 * @param site 考点 code
 * @param room 考场 number, 1 first
 * @param seat 座号, 1 first
 */
public record Seat(String ticket, String site, int room, int seat) {
    public Seat {
        if (ticket.isBlank() || site.isBlank() || room < 1 || seat < 1) {
            throw new IllegalArgumentException("not a seat: " + ticket + " " + site + " " + room + " " + seat);
        }
    }
}
