package io.github.vramguard.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The text of a source file in Java, Kotlin, Groovy or Scala, of which no more is understood than where classes and methods
 * are declared.
 *
 * @param text the text
 * @param code the same with blanks for comments and literals, in which brackets mean nothing
 */
record SourceText(String text, String code) {

    private static final Pattern NO_CODE = Pattern.compile("//[^\\n]*+"
            + "|/\\*(?s:.*?)\\*/"
            + "|\"\"\"(?s:.*?)\"\"\""
            + "|\"(?:[^\"\\\\\\n]++|\\\\.)*+\""
            + "|'(?:[^'\\\\\\n]++|\\\\.)*+'");

    /** What stands before a call, where the type of the result stands before a method. */
    private static final String NO_TYPE = "(?<!\\b(?:return|new|throw|else|do|case|yield|assert|in|is|as|await))";

    /** What is between two brackets that open and close a class. */
    private record Body(int from, int to) {}

    static SourceText of(String text) {
        return new SourceText(text, NO_CODE.matcher(text).replaceAll(literal -> literal.group()
                .replaceAll("[^\\n]", " ")));
    }

    boolean isInPackage(String name) {
        Optional<MatchResult> declared = Pattern.compile("(?m)^\\s*package\\s+([\\w.`]+)")
                .matcher(code)
                .results()
                .findFirst();
        return declared.map(found -> found.group(1).replace("`", "")).orElse("").equals(name);
    }

    OptionalInt lineOfClass(List<String> nested) {
        Optional<Body> body = body(nested.subList(0, nested.size() - 1));
        return line(body.flatMap(outer -> declared(outer, ofClass(nested.get(nested.size() - 1)))));
    }

    OptionalInt lineOfMethod(List<String> nested, String method) {
        return line(body(nested).flatMap(body -> declared(body, ofMethod(method))));
    }

    private static Pattern ofClass(String name) {
        return Pattern.compile(
                "\\b(?:class|interface|record|enum|object|trait)\\s+`?(" + Pattern.quote(name) + ")`?(?![\\w$])");
    }

    /** With {@code fun} or {@code def} and in quotes, if need be, or after a type. */
    private static Pattern ofMethod(String name) {
        String quoted = Pattern.quote(name);
        return Pattern.compile("(?:\\b(?:fun|def)\\s+(?:<[^>\\n]*>\\s*)?(?:[\\w.<>]+\\.)?|[\\w>\\]]" + NO_TYPE + "\\s+)"
                + "(?:(" + quoted + ")|[`\"'](" + quoted + ")[`\"'])\\s*(?=[(\\[=:{])");
    }

    private Optional<Body> body(List<String> nested) {
        Optional<Body> body = Optional.of(new Body(0, text.length()));
        for (String name : nested) {
            body = body.flatMap(outer -> declared(outer, ofClass(name))).flatMap(this::bodyAfter);
        }
        return body;
    }

    /** From the first bracket that is in no argument of the class. */
    private Optional<Body> bodyAfter(MatchResult declaration) {
        int open = next('{', '(', ')', declaration.end());
        int close = next('}', '{', '}', open + 1);
        return open < code.length() && close < code.length()
                ? Optional.of(new Body(open + 1, close))
                : Optional.empty();
    }

    /** Where a character is next, outside of some brackets; the end if it is nowhere. */
    private int next(char wanted, char opening, char closing, int from) {
        int depth = 0;
        int at = from;
        while (at < code.length() && (depth > 0 || code.charAt(at) != wanted)) {
            depth += depthOf(code.charAt(at), opening, closing);
            at++;
        }
        return at;
    }

    private static int depthOf(char bracket, char opening, char closing) {
        return bracket == opening ? 1 : bracket == closing ? -1 : 0;
    }

    /** What begins in code, directly in a body and not in what is nested in it. */
    private Optional<MatchResult> declared(Body body, Pattern pattern) {
        return pattern.matcher(text)
                .region(body.from, body.to)
                .useTransparentBounds(true)
                .results()
                .filter(found -> code.charAt(found.start()) == text.charAt(found.start()))
                .filter(found -> depth(body.from, found.start()) == 0)
                .findFirst();
    }

    private int depth(int from, int to) {
        return code.substring(from, to)
                .chars()
                .map(bracket -> depthOf((char) bracket, '{', '}'))
                .sum();
    }

    private OptionalInt line(Optional<MatchResult> found) {
        return found.map(declaration -> OptionalInt.of(1
                        + (int) text.substring(0, nameOf(declaration))
                                .chars()
                                .filter(character -> character == '\n')
                                .count()))
                .orElse(OptionalInt.empty());
    }

    private static int nameOf(MatchResult declaration) {
        int plain = declaration.start(1);
        return plain >= 0 ? plain : declaration.start(2);
    }
}
