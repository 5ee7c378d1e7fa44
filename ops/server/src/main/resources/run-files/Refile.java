import java.nio.file.*;
import java.util.*;
import java.util.stream.Collectors;

/** java Refile.java FOLDER MECHANISM [earlier-choice-wins]: computes assignments.csv of one market from its other tables. */
public class Refile {
    public static void main(String[] args) throws Exception {
        Map<String, String[]> people = table(args[0], "candidates.csv");
        Map<String, String[]> units = table(args[0], "units.csv"), lists = table(args[0], "preferences.csv");
        boolean byNumber = args[1].equals("SEQUENTIAL"), earlierWins = args.length > 2;
        int longest = lists.values().stream().mapToInt(list -> list.length - 1).max().orElse(0);
        Map<String, Integer> left = new HashMap<>(), placed = new TreeMap<>();
        units.forEach((unit, row) -> left.put(unit, Integer.parseInt(row[1])));
        for (int number = 1; number <= (byNumber ? longest : 1); number++) {
            int end = byNumber ? number : longest;
            Map<String, Integer> choice = new TreeMap<>();
            for (String who : people.keySet()) if (!placed.containsKey(who)) choice.put(who, number);
            Comparator<String> better = Comparator.comparingLong(who -> -Long.parseLong(people.get(who)[2]));
            Comparator<String> order = earlierWins ? better.thenComparing(choice::get) : better;
            for (boolean moved = true; moved; ) {
                List<String> away = new ArrayList<>();
                Map<String, List<String>> asking = choice.keySet().stream()
                        .filter(who -> choice.get(who) <= Math.min(end, lists.get(who).length - 1))
                        .collect(Collectors.groupingBy(who -> lists.get(who)[choice.get(who)]));
                asking.forEach((unit, all) -> {
                    List<String> takes = List.of(units.get(unit)[2].split("[|]"));
                    List<String> fit = all.stream().sorted(order)
                            .filter(who -> takes.contains("") || takes.contains(people.get(who)[1])).toList();
                    int seats = left.get(unit);
                    Set<String> in = new HashSet<>(seats == 0 ? List.of() : fit);
                    if (seats > 0 && fit.size() > seats) in.removeIf(who -> order.compare(who, fit.get(seats - 1)) > 0);
                    all.stream().filter(who -> !in.contains(who)).forEach(away::add);
                });
                away.forEach(who -> choice.merge(who, 1, Integer::sum));
                moved = !away.isEmpty();
            }
            choice.keySet().removeIf(who -> choice.get(who) > Math.min(end, lists.get(who).length - 1));
            placed.putAll(choice);
            choice.forEach((who, c) -> left.computeIfPresent(lists.get(who)[c], (unit, seats) -> Math.max(0, seats - 1)));
        }
        System.out.println("candidate,unit,choice");
        people.keySet().forEach(who -> System.out.println(
                placed.containsKey(who) ? who + "," + lists.get(who)[placed.get(who)] + "," + placed.get(who) : who + ",,"));
    }

    static Map<String, String[]> table(String folder, String name) throws Exception {
        return Files.readAllLines(Path.of(folder, name)).stream().skip(1).map(row -> row.split(",", -1))
                .collect(Collectors.toMap(row -> row[0], row -> row, (a, b) -> a, TreeMap::new));
    }
}
