package org.manyhands.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A chart of bars below each other, two to a name: how much there was to do, and how much of it was done. Lengths are in
 * percent of the chart's width, so that it fits every screen and its letters stay as large as the page's.
 *
 * @param id names its title for those who hear the page
 */
record Bars(String id, String title, String description, List<Bar> bars) {

    private static final int ROW = 44;
    private static final double WHOLE = 100;
    private static final int LONGEST = 34;

    /** @param top in pixels from the chart's upper edge */
    record Bar(String name, int top, double all, double part, String words) {

        public int textAt() {
            return top + 16;
        }

        public int barAt() {
            return top + 22;
        }

        public String allWidth() {
            return percent(all);
        }

        public String partWidth() {
            return percent(part);
        }

        private static String percent(double share) {
            return Math.round(share * 10) / 10.0 + "%";
        }
    }

    static Bars of(
            String id,
            String title,
            String description,
            List<Breakdown.Row> rows,
            ToLongFunction<Tally> all,
            ToLongFunction<Tally> part,
            Function<Tally, String> words) {
        var longest = rows.stream()
                .mapToLong(row -> Math.max(all.applyAsLong(row.tally()), part.applyAsLong(row.tally())))
                .max()
                .orElse(0);
        var bars = new ArrayList<Bar>();
        for (var row : rows) {
            bars.add(new Bar(
                    shortened(row.name()),
                    bars.size() * ROW,
                    share(all.applyAsLong(row.tally()), longest),
                    share(part.applyAsLong(row.tally()), longest),
                    words.apply(row.tally())));
        }
        return new Bars(id, title, description, bars);
    }

    public int height() {
        return bars.size() * ROW;
    }

    private static double share(long amount, long longest) {
        return longest == 0 ? 0 : WHOLE * amount / longest;
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
    }
}
