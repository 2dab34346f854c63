package io.github.vramguard.source.nvidia;

import io.github.vramguard.memory.Reading.Reason;
import io.github.vramguard.source.gpu.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The full answer of {@code nvidia-smi}, which lists graphics clients, too. Only the lists of processes are looked at, as
 * text: some drivers print XML elsewhere in it that no parser takes.
 */
final class SmiXml {

    private static final Pattern DEVICE = Pattern.compile("<gpu\\s[^>]*>");
    private static final Pattern LIST = Pattern.compile("<processes>(.*?)</processes>", Pattern.DOTALL);
    private static final Pattern PROCESS = Pattern.compile("<process_info>(.*?)</process_info>", Pattern.DOTALL);

    private SmiXml() {}

    /** Whether an answer is there to its end. */
    static boolean isWhole(String text) {
        return text.contains("</nvidia_smi_log>");
    }

    /** The processes of each GPU, by its UUID; a GPU whose list cannot be read is left out, unless that is so of all. */
    static Map<String, List<SmiProcess>> processes(String text) throws Refusal {
        String[] devices = DEVICE.split(text, -1);
        if (devices.length < 2) {
            throw unparsable("it names no GPU");
        }
        Map<String, List<SmiProcess>> processes = new HashMap<>();
        Optional<Refusal> refusal = Optional.empty();
        for (int i = 1; i < devices.length; i++) {
            try {
                String uuid = field(devices[i], "uuid").orElseThrow(() -> unparsable("a GPU has no UUID"));
                processes.put(uuid, processes(uuid, devices[i]));
            } catch (Refusal e) {
                refusal = Optional.of(e);
            }
        }
        if (processes.isEmpty() && refusal.isPresent()) {
            throw refusal.get();
        }
        return processes;
    }

    private static List<SmiProcess> processes(String uuid, String device) throws Refusal {
        Matcher list = LIST.matcher(device);
        if (!list.find()) {
            throw unparsable("there is no list of processes of " + uuid);
        }
        List<SmiProcess> processes = new ArrayList<>();
        Matcher process = PROCESS.matcher(list.group(1));
        while (process.find()) {
            processes.add(process(process.group(1)));
        }
        String rest = process.replaceAll("").strip();
        if (!rest.isEmpty()) {
            throw new Refusal(SmiFigure.reason(rest), "nvidia-smi lists no processes of " + uuid + ": " + rest);
        }
        return processes;
    }

    private static SmiProcess process(String block) throws Refusal {
        String pid = field(block, "pid")
                .filter(text -> text.matches("\\d{1,10}"))
                .orElseThrow(() -> unparsable("a process has no id"));
        String instance = field(block, "gpu_instance_id").orElse("")
                + "/"
                + field(block, "compute_instance_id").orElse("");
        String used = field(block, "used_memory").orElse("no used_memory");
        return SmiProcess.of(instance, pid, field(block, "process_name").orElse("?"), used);
    }

    private static Optional<String> field(String block, String name) {
        Matcher field = Pattern.compile("<" + name + ">([^<]*)</" + name + ">").matcher(block);
        return field.find() ? Optional.of(unescaped(field.group(1).strip())) : Optional.empty();
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    private static Refusal unparsable(String why) {
        return new Refusal(Reason.UNPARSABLE, "nvidia-smi -q -x answered in an unknown form: " + why);
    }
}
