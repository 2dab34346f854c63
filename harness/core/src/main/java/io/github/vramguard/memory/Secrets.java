package io.github.vramguard.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The one rule for what is never kept or printed: passwords, keys and tokens, wherever a text has them. */
@API(status = Status.INTERNAL, since = "0.1.0")
public final class Secrets {

    private static final String HIDDEN = "***";
    private static final String NAME = "(?:key|token|secret|passw(?:or)?d|credential|signature|authorization)";

    private static final Pattern USER_OF_URL = Pattern.compile("(://)[^/\\s\"']*@");
    private static final Pattern QUERY_OF_URL = Pattern.compile("(://[^\\s\"'?]*\\?)[^\\s\"']+");
    private static final Pattern SCHEME = Pattern.compile("(?i)\\b(bearer|basic) +[^\\s\"',;]+");
    private static final Pattern HEADER = Pattern.compile("(?i)((?:\\b(?:proxy-)?authorization|\\b(?:set-)?cookie"
            + "|\\b\\w[\\w-]*[-_](?:key|token|secret)|[\"'](?:key|token|secret|password)(?=\\\\?[\"']))"
            + "\\\\?[\"']?\\s*: *\\\\?[\"']?)(?!(?:bearer|basic) \\*)[^\\s\"',;\\\\}]+");
    private static final Pattern ASSIGNED =
            Pattern.compile("(?i)(\\b[\\w-]*" + NAME + "=)[\"']?[^\\s\"',;&]+|(\\b(?:sig|auth)=)[^\\s\"',;&]+");
    private static final Pattern OPTION = Pattern.compile("(?i)((?<![\\w-])--?[\\w-]*" + NAME
            + "(?![\\w-])[\"']?,? +[\"']?)(?!-)[^\\s\"',;]+|((?<![\\w-])-hft +)[^\\s\"',;]+");
    private static final Pattern FLAG = Pattern.compile("(?i)--?[\\w-]*" + NAME + "[\\w-]*|-hft");
    private static final Pattern WELL_KNOWN = Pattern.compile("\\b(?:sk-|hf_|gh[pousr]_|xox[abp]-)[\\w-]{6,}");

    private Secrets() {}

    /**
     * Returns a text without secrets: users and passwords in addresses, queries of addresses, headers that authorize, and
     * values of options and variables whose names say that they are secret.
     *
     * @param text what a server, a command or a user wrote
     * @return the same, with {@code ***} in place of each
     */
    public static String without(String text) {
        String shown = USER_OF_URL.matcher(text).replaceAll("$1" + HIDDEN + "@");
        shown = SCHEME.matcher(shown).replaceAll("$1 " + HIDDEN);
        shown = HEADER.matcher(shown).replaceAll("$1" + HIDDEN);
        shown = ASSIGNED.matcher(shown).replaceAll(Secrets::keepingName);
        shown = OPTION.matcher(shown).replaceAll(Secrets::keepingName);
        return WELL_KNOWN.matcher(shown).replaceAll(HIDDEN);
    }

    private static String keepingName(MatchResult named) {
        String name = named.group(1) == null ? named.group(2) : named.group(1);
        return Matcher.quoteReplacement(name + HIDDEN);
    }

    /**
     * Returns an address without user, password and query: the query of a model's address may be a signature.
     *
     * @param address an address, or any other value
     * @return the same, with {@code ***} in place of each
     */
    public static String withoutQuery(String address) {
        return QUERY_OF_URL.matcher(without(address)).replaceAll("$1" + HIDDEN);
    }

    /**
     * Returns a command line without secrets.
     *
     * @param arguments the arguments of a process
     * @return the same without the values of options that are secret
     */
    public static List<String> withoutValues(List<String> arguments) {
        List<String> kept = new ArrayList<>();
        boolean isValue = false;
        for (String argument : arguments) {
            String flag = argument.split("=", 2)[0];
            if (!isValue) {
                kept.add(isSecret(flag) ? flag : withoutQuery(argument));
            }
            isValue = !isValue && isSecret(flag) && !argument.contains("=");
        }
        return kept;
    }

    private static boolean isSecret(String flag) {
        return FLAG.matcher(flag).matches();
    }
}
