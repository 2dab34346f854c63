package io.github.vramguard.message;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Labelled lines, aligned. */
final class Facts {

    private static final int LABEL = 11;
    private static final int WIDTH = 120;

    private final List<String> lines = new ArrayList<>();

    void add(String label, String fact) {
        if (!fact.isEmpty()) {
            lines.add(("  " + label + " ".repeat(Math.max(1, LABEL - label.length())) + fact).stripTrailing());
        }
    }

    /** As many on a line as fit. */
    void add(String label, Collection<String> facts) {
        StringBuilder line = new StringBuilder();
        String name = label;
        for (String fact : facts) {
            if (!line.isEmpty() && line.length() + fact.length() > WIDTH) {
                add(name, line.toString());
                name = "";
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " · ").append(fact);
        }
        add(name, line.toString());
    }

    /** The first of them on lines of their own; the last of these says how many are left out. */
    void addFew(String label, List<String> facts, int most) {
        List<String> few = new ArrayList<>(facts.subList(0, Math.min(most, facts.size())));
        if (facts.size() > most) {
            few.set(most - 1, few.get(most - 1) + " (and " + (facts.size() - most) + " more)");
        }
        addEach(label, few);
    }

    /** Each on a line of its own. */
    void addEach(String label, List<String> facts) {
        for (int i = 0; i < facts.size(); i++) {
            add(i == 0 ? label : "", facts.get(i));
        }
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
