package io.github.vramguard.cli.history;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.vramguard.cli.terminal.JsonLine;
import io.github.vramguard.compare.report.QuantityJson;
import io.github.vramguard.history.ChangePoint;
import io.github.vramguard.history.Point;
import io.github.vramguard.history.Series;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Writes each series as one JSON object per line, see {@code docs/history.schema.json}. */
final class HistoryJson {

    private HistoryJson() {}

    static String of(List<Series> shown) {
        return shown.stream()
                .map(series -> JsonLine.of(json -> write(series, json)))
                .collect(Collectors.joining());
    }

    private static void write(Series series, JsonGenerator json) throws IOException {
        QuantityJson.write(series.quantity(), json);
        json.writeArrayFieldStart("points");
        for (Point point : series.points()) {
            json.writeStartObject();
            json.writeStringField("commit", point.commit().id());
            json.writeStringField("at", point.commit().at().toString());
            json.writeNumberField("amount", point.amount());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("changes");
        for (ChangePoint change : series.changes()) {
            json.writeStartObject();
            json.writeStringField("commit", change.commit().id());
            json.writeNumberField("before", change.before());
            json.writeNumberField("after", change.after());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
