package io.mauntic.ui;

import java.util.ArrayList;
import java.util.List;

/**
 * A chart as numbers; the tag draws it from the table that it puts behind it.
 *
 * @param type {@code line}, {@code bar} or {@code doughnut}
 * @param labelHead what the labels are, as "Day"
 */
public record Chart(String type, String labelHead, List<String> labels, List<Series> series) {

    /** One line or set of bars. */
    public record Series(String name, List<? extends Number> values) {}

    /** A row of the table behind the chart. */
    public record Row(String label, List<Number> values) {}

    public List<Row> rows() {
        var rows = new ArrayList<Row>(labels.size());
        for (int i = 0; i < labels.size(); i++) {
            var index = i;
            rows.add(
                    new Row(
                            labels.get(i),
                            series.stream().<Number>map(one -> one.values().get(index)).toList()));
        }
        return rows;
    }
}
